import { expectTypeOf, test } from 'vitest'
import type { MockOptions } from './adapters/options.ts'

type Behaviour = NonNullable<MockOptions['behaviour']>

test('rules for invocations have a type, and what no mock reads has none', () => {
  const rules: Behaviour = {
    'aliyun-fc': { invocations: [{ function: { prefix: 'f' }, response: { kind: 'text', text: 'hello' } }] },
  }
  expectTypeOf(rules).toExtend<Behaviour>()
  // @ts-expect-error: no state has this id
  const misspelled: Behaviour = { 'aliyun-fg': {} }
  // @ts-expect-error: no response is of this kind
  const unknownResponse: Behaviour = { 'aliyun-fc': { invocations: [{ response: { kind: 'loud' } }] } }
  // @ts-expect-error: a text has a text
  const empty: Behaviour = { 'aliyun-fc': { invocations: [{ response: { kind: 'text' } }] } }
  expectTypeOf([misspelled, unknownResponse, empty]).toBeArray()
})
