import { expectTypeOf, test } from 'vitest'
import { updateFunctionConfig } from './handlers/update-function-config.ts'
import type { CompleteHandlers } from './mock.ts'

test('an operation without a handler does not compile', () => {
  // @ts-expect-error updateFunctionCode is missing
  const handlers: CompleteHandlers = { updateFunctionConfig }
  expectTypeOf(handlers).toBeObject()
})
