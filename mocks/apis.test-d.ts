import { expectTypeOf, test } from 'vitest'
import { createMock, type LocalFunction } from './adapters/fetch/fetch.ts'
import { type Served, type ServeOptions, serve } from './adapters/http/node.ts'
import { type HandlerOptions, handlers } from './adapters/msw/msw.ts'
import type { MockOptions } from './adapters/options.ts'
import type { ApiId, OperationId } from './apis.ts'

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
  // @ts-expect-error: a rule has either a response or a function
  const both: Behaviour = { 'aliyun-fc': { invocations: [{ response: { kind: 'echo' }, answer: () => '' }] } }
  // @ts-expect-error: a rule has either a response or a function
  const neither: Behaviour = { 'aliyun-fc': { invocations: [{ function: 'f' }] } }
  // @ts-expect-error: a function is none
  const noFunction: Behaviour = { 'aliyun-fc': { invocations: [{ answer: 'text' }] } }
  expectTypeOf([misspelled, unknownResponse, empty, both, neither, noFunction]).toBeArray()
})

test('a function for invocations has types for its event and its context', () => {
  const local = (async (event, context) => {
    expectTypeOf(event).toExtend<Uint8Array>()
    expectTypeOf(event.json()).toBeUnknown()
    expectTypeOf(context.function.memory).toBeNumber()
    expectTypeOf(context.http?.query).toEqualTypeOf<URLSearchParams | undefined>()
    // @ts-expect-error: the vendor has another name
    expectTypeOf(context.request_id).toBeAny()
  }) satisfies LocalFunction
  createMock({ behaviour: { 'aliyun-fc': { invocations: [{ function: 'f', answer: local }] } } })
  serve({ behaviour: { 'aliyun-fc': { invocations: [{ answer: (event, { logger }) => logger.info(event.json()) }] } } })
  handlers({ behaviour: { 'aliyun-fc': { invocations: [{ answer: (_, { accountId }) => ({ accountId }) }] } } })
  // @ts-expect-error: a seed is data
  createMock({ seed: { 'aliyun-fc-2016-08-15': { invocations: [{ answer: () => '' }] } } })
})

test('E05: seeds, ids of APIs and names of operations have types in every adapter', () => {
  const { emulator } = createMock({ apis: ['huawei-functiongraph-v2'] })
  emulator.seed({
    'aliyun-fc-2016-08-15': { services: [{ serviceName: 'a' }], invocations: [{ response: { kind: 'echo' } }] },
    'aliyun-fc-2021-04-06': { functions: [] },
    'huawei-functiongraph-v2': [
      { func_name: 'f', runtime: 'Python3.9', handler: 'index.handler', timeout: 3, memory_size: 128 },
    ],
  })
  emulator.faults.add({ api: 'aliyun-fc-2021-04-06', operation: 'UpdateFunctionCode', error: 'any' })
  emulator.requestLog({ operation: 'ListServices' })
  expectTypeOf<MockOptions>().toExtend<HandlerOptions>()
  expectTypeOf<ServeOptions['seed']>().toEqualTypeOf<MockOptions['seed']>()
  expectTypeOf<ReturnType<typeof createMock>['emulator']>().toEqualTypeOf<Served['emulator']>()

  // @ts-expect-error: no API has this id
  handlers({ apis: ['aliyun-fc'] })
  // @ts-expect-error: no API has this id
  emulator.seed({ aws: {} })
  // @ts-expect-error: a service has a name
  emulator.seed({ 'aliyun-fc-2016-08-15': { services: [{}] } })
  // @ts-expect-error: a function of FC 2021-04-06 names its service
  serve({ seed: { 'aliyun-fc-2021-04-06': { functions: [{ functionName: 'f', handler: 'h', runtime: 'python3' }] } } })
  // @ts-expect-error: the seed of FunctionGraph is a list
  createMock({ seed: { 'huawei-functiongraph-v2': {} } })
  // @ts-expect-error: no operation has this name
  emulator.faults.add({ operation: 'createFunction', status: 503 })
  // @ts-expect-error: no operation has this name
  emulator.requestLog({ operation: 'GetServices' })
  // @ts-expect-error: no option has this name
  serve({ prot: 1 })
})

test('E05: every operation of every API is in the union, and no other text', () => {
  expectTypeOf<'InvokeFunction' | 'UpdateFunctionConfig' | 'PublishVersion'>().toExtend<OperationId>()
  expectTypeOf<string>().not.toExtend<OperationId>()
  expectTypeOf<ApiId>().toEqualTypeOf<'aliyun-fc-2016-08-15' | 'aliyun-fc-2021-04-06' | 'huawei-functiongraph-v2'>()
})
