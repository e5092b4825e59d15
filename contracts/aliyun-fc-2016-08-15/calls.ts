import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Input } from '../core/http/wire-request.ts'
import { type Context, toUpdate } from './kind.ts'
import { kinds } from './kinds.ts'

/** A call of an operation that must succeed. */
export interface Call {
  readonly operation: Operation
  /** Sets up what the call needs and responses its request. */
  readonly arrange: (context: Context) => Promise<Input>
}

const { getFunctionCode, invokeFunction, publishVersion, listVersions, deleteVersion } = aliyunFc20160815.operations

const ofKinds: readonly Call[] = kinds.flatMap((kind) => {
  const givenPath = async (context: Context) => {
    const input = await kind.request(context, kind.options)
    await context.given(context.target.send(kind.create, input))
    return { path: kind.toPath(input) ?? {}, parent: input.path ?? {}, body: toUpdate(kind, input) }
  }
  return [
    { operation: kind.create, arrange: (context) => kind.request(context, kind.options) },
    { operation: kind.read, arrange: async (context) => ({ path: (await givenPath(context)).path }) },
    { operation: kind.list, arrange: async (context) => ({ path: (await givenPath(context)).parent }) },
    {
      operation: kind.update,
      async arrange(context) {
        const { path, body } = await givenPath(context)
        return { path, body }
      },
    },
    { operation: kind.remove, arrange: async (context) => ({ path: (await givenPath(context)).path }) },
  ] satisfies Call[]
})

/** One call of every operation of the API. */
export const calls: readonly Call[] = [
  ...ofKinds,
  { operation: getFunctionCode, arrange: async ({ fixture }) => ({ path: await fixture.givenFunction() }) },
  {
    operation: invokeFunction,
    arrange: async ({ fixture }) => ({ path: await fixture.givenFunction(), rawBody: '{"key":"value"}' }),
  },
  {
    operation: publishVersion,
    arrange: async ({ fixture }) => ({
      path: { serviceName: await fixture.givenService() },
      body: { description: 'a version' },
    }),
  },
  {
    operation: listVersions,
    arrange: async ({ fixture }) => ({ path: { serviceName: (await fixture.givenVersion()).serviceName } }),
  },
  { operation: deleteVersion, arrange: async ({ fixture }) => ({ path: await fixture.givenVersion() }) },
]
