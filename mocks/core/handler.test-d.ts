import { expectTypeOf, test } from 'vitest'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { type Context, completeApiMock, type Handler, type HandlersOf, type ResultOf } from './handler.ts'
import type { StateModel } from './store.ts'

type Operations = (typeof aliyunFc20160815)['operations']
type GetFunction = Operations['getFunction']
type DeleteFunction = Operations['deleteFunction']
type CreateFunction = Operations['createFunction']
type State = { readonly count: number }

test('a handler sees the values as the operation types them', () => {
  type Create = Context<CreateFunction, State>
  expectTypeOf<Create['path']>().toEqualTypeOf<{ readonly serviceName: string }>()
  expectTypeOf<Create['body']['functionName']>().toEqualTypeOf<string>()
  // A default is filled in, so the field is there.
  expectTypeOf<Create['body']['memorySize']>().toEqualTypeOf<number>()
  expectTypeOf<Create['body']['description']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Create['state']['current']>().toEqualTypeOf<State>()

  expectTypeOf<Context<GetFunction, State>['path']['qualifier']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Context<GetFunction, State>['body']>().toEqualTypeOf<undefined>()
  expectTypeOf<Context<DeleteFunction, State>['header']['If-Match']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Context<Operations['listServices'], State>['query']['limit']>().toEqualTypeOf<number>()
})

test('a status that the operation does not document does not compile', () => {
  expectTypeOf<ResultOf<GetFunction>['status']>().toEqualTypeOf<200>()
  expectTypeOf<ResultOf<DeleteFunction>['status']>().toEqualTypeOf<204>()
  const created: Handler<GetFunction, State> = () =>
    // @ts-expect-error 201 is not documented
    ({ status: 201, headers: { ETag: 'e' }, body: {} })
  const deleted: Handler<DeleteFunction, State> = () =>
    // @ts-expect-error a delete returns 204
    ({ status: 200 })
  expectTypeOf(created).toBeFunction()
  expectTypeOf(deleted).toBeFunction()
})

test('a response without its documented header, with a wrong body or with one too many does not compile', () => {
  // @ts-expect-error ETag is documented
  const noHeader: ResultOf<GetFunction> = { status: 200, body: {} }
  // @ts-expect-error functionName is a string
  const wrongBody: ResultOf<GetFunction> = { status: 200, headers: { ETag: 'e' }, body: { functionName: 1 } }
  // @ts-expect-error 204 has no body
  const body: ResultOf<DeleteFunction> = { status: 204, body: {} }
  // @ts-expect-error lists document no headers
  const header: ResultOf<Operations['listServices']> = { status: 200, headers: { ETag: 'e' }, body: {} }
  expectTypeOf([noHeader, wrongBody, body, header]).toBeArray()
})

test('a fault of a code that the operation does not have does not compile', () => {
  const handler: Handler<GetFunction, State> = ({ apiError }) => {
    // @ts-expect-error a read never finds that something exists already
    apiError('FunctionAlreadyExists')
    throw apiError('FunctionNotFound')
  }
  expectTypeOf(handler).toBeFunction()
})

test('handlers are named by the keys of the operations, and each fits its own', () => {
  const handlers: HandlersOf<typeof aliyunFc20160815, State> = {
    // @ts-expect-error no operation has this key
    renameFunction: () => ({ status: 200 }),
  }
  const swapped: HandlersOf<typeof aliyunFc20160815, State> = {
    // @ts-expect-error a delete returns 204 without a body
    deleteFunction: () => ({ status: 200, headers: { ETag: 'e' }, body: {} }),
  }
  expectTypeOf([handlers, swapped]).toBeArray()
})

test('a body that is no JSON is bytes for the handler, and may be returned as bytes or text', () => {
  type Invoke = Operations['invokeFunction']
  expectTypeOf<Context<Invoke, State>['body']>().toEqualTypeOf<Uint8Array>()
  const headers = { 'X-Fc-Error-Type': undefined, 'X-Fc-Log-Result': undefined }
  const results: ResultOf<Invoke>[] = [
    { status: 200, headers, body: new Uint8Array(), delayMs: 5 },
    { status: 200, headers, body: 'text' },
    { status: 202 },
  ]
  expectTypeOf(results).toBeArray()
  // @ts-expect-error a JSON response is an object
  const bytes: ResultOf<GetFunction> = { status: 200, headers: { ETag: 'e' }, body: new Uint8Array() }
  expectTypeOf(bytes).toBeObject()
})

test('a complete mock whose operation lacks a handler does not compile', () => {
  const state: StateModel<State> = { id: 'count', create: () => ({ count: 0 }) }
  // @ts-expect-error every operation needs a handler
  const mock = () => completeApiMock({ api: aliyunFc20160815, state, handlers: {} })
  expectTypeOf(mock).toBeFunction()
})
