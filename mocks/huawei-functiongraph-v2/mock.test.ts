import { expect, test } from 'vitest'
import { huaweiFunctionGraphV2Mock } from './mock.ts'
import { type FunctionGraphState, getFunction } from './state.ts'
import { readUrn } from './urn.ts'

test('seeded functions are added to the initial functions', () => {
  const { state, seed } = huaweiFunctionGraphV2Mock
  const least = { runtime: 'Python3.9', timeout: 3, handler: 'index.handler', memory_size: 128 }
  const fresh = state.create() as never // as the core does: it hands a model's root to that model's own mock
  const root = seed?.(fresh, [{ ...least, func_name: 'mine' }], {} as never) // nothing of the context is used
  const found = ['mine', 'fgsTest', 'other'].map((name) => {
    const urn = readUrn(`urn:fss:r:p:function:default:${name}`)
    return urn && getFunction(root as unknown as FunctionGraphState, urn)?.settings.runtime
  })
  expect(found).toEqual(['Python3.9', 'Node.js18.15', undefined])
})
