import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { headerOf, type MutableResponse, readObject, setHeader, toMutable, toObject } from '../response.ts'
import { editErrors, editSuccess, intercept, mapIfMatch, setError } from './edits.ts'
import { nameOf, toListPath, toNameField } from './resources.ts'

const ifMatchChecks = ['unknown-etag-is-rejected', 'stale-etag-is-rejected']

/** Section 5 of the catalogue: conditional and concurrent requests. */
export const concurrencyMutants: readonly Mutant[] = [
  ...(['UpdateService', 'DeleteFunction', 'PublishVersion', 'UpdateTrigger', 'DeleteAlias'] as const).map((operation) =>
    define(
      'C01',
      operation,
      'ignores If-Match',
      ifMatchChecks,
      mapIfMatch(operation, () => undefined),
    ),
  ),
  define(
    'C02',
    'UpdateFunction',
    'rejects the current ETag',
    ['current-etag-is-accepted'],
    mapIfMatch('UpdateFunction', (tag) => `${tag}0`),
  ),
  define(
    'C02',
    'DeleteTrigger',
    'rejects the current ETag',
    ['current-etag-is-accepted'],
    mapIfMatch('DeleteTrigger', (tag) => `${tag}0`),
  ),
  define(
    'C07',
    'UpdateAlias',
    'rejects the ETag and changes the resource',
    ifMatchChecks,
    editErrors('UpdateAlias', 412, async (_, { path, request }, { send }) => {
      await send('PUT', path, readObject(request))
    }),
  ),
  define(
    'C07',
    'DeleteService',
    'rejects the ETag and deletes the resource',
    ifMatchChecks,
    editErrors('DeleteService', 412, async (_, { path }, { send }) => {
      await send('DELETE', path)
    }),
  ),
  define(
    'C09',
    'CreateService',
    'accepts two concurrent creates of one name',
    ['concurrent-creates-yield-one-winner'],
    shareFirstResponse('CreateService'),
  ),
  define(
    'C09',
    'CreateFunction',
    'accepts two concurrent creates of one name',
    ['concurrent-creates-yield-one-winner'],
    shareFirstResponse('CreateFunction'),
  ),
  define(
    'C10',
    'CreateTrigger',
    'rejects both of two concurrent creates',
    ['concurrent-creates-yield-one-winner'],
    rejectBoth('CreateTrigger', 'TriggerAlreadyExists'),
  ),
  define(
    'C11',
    'UpdateFunction',
    'accepts two concurrent updates with one ETag',
    ['if-match-prevents-lost-update'],
    compareTagEarly('UpdateFunction'),
  ),
  define(
    'C11',
    'UpdateService',
    'accepts two concurrent updates with one ETag',
    ['if-match-prevents-lost-update'],
    compareTagEarly('UpdateService'),
  ),
  define(
    'C12',
    'UpdateAlias',
    'does not change its ETag',
    ['update-changes-etag'],
    keepFirstTag(['CreateAlias', 'GetAlias', 'UpdateAlias']),
  ),
  define(
    'C15',
    'DeleteService',
    'recreates the service if an update is concurrent',
    ['concurrent-update-does-not-undo-delete'],
    recreateOnUpdate('DeleteService', 'UpdateService'),
  ),
  define(
    'C17',
    'UpdateTrigger',
    'hangs on concurrent requests',
    ['if-match-prevents-lost-update'],
    hangSecond('UpdateTrigger'),
  ),
  define(
    'C18',
    'CreateService',
    'returns one response to two concurrent requests',
    [/./],
    mixUpResponses('CreateService'),
  ),
  define(
    'C18',
    'GetFunction',
    'returns one response to two concurrent requests',
    ['concurrent-reads-are-not-mixed-up'],
    mixUpResponses('GetFunction'),
  ),
]

/** Passes the pending request with the same key, if there is one, to `handle`. */
function groupConcurrent(
  operation: string,
  handle: (
    first: Promise<MutableResponse> | undefined,
    forward: () => Promise<MutableResponse>,
  ) => Promise<MutableResponse>,
  toKey: (call: { readonly path: string; readonly body: unknown }) => string,
): Wrap {
  return perServer(() => {
    const open = new Map<string, Promise<MutableResponse>>()
    return intercept(operation, async (call, { forward }) => {
      const key = toKey(call)
      const first = open.get(key)
      const response = handle(first, async () => {
        await pause()
        return await forward()
      })
      open.set(key, response)
      try {
        return await response
      } finally {
        if (open.get(key) === response) open.delete(key)
      }
    })
  })
}

/** The key of creates with the same path and name. */
function byName({ path, body }: { readonly path: string; readonly body: unknown }): string {
  const names = Object.entries(toObject(body) ?? {}).filter(([field]) => field.endsWith('Name'))
  return `${path} ${JSON.stringify(names)}`
}

function shareFirstResponse(operation: string): Wrap {
  return groupConcurrent(
    operation,
    async (first, forward) => (first ? toMutable(await first) : await forward()),
    byName,
  )
}

function rejectBoth(operation: string, code: Parameters<typeof setError>[1]): Wrap {
  return perServer(() => {
    const counts = new Map<string, number>()
    return intercept(operation, async (call, { forward, send }) => {
      const key = byName(call)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      await pause()
      const isAlone = counts.get(key) === 1
      const response = await forward()
      if (!isAlone && response.status === 200) {
        await send('DELETE', `${call.path}/${nameOf(readObject(response))}`)
        setError(response, code)
      }
      setTimeout(() => counts.delete(key), 30)
      return response
    })
  })
}

/** Compares the ETag when the request arrives, but applies the change later without comparing again. */
function compareTagEarly(operation: string): Wrap {
  return intercept(operation, async ({ path, request }, { forward, send }) => {
    const tag = headerOf(request, 'if-match')
    if (tag === undefined) return await forward()
    const current = headerOf(await send('GET', path), 'etag')
    await pause()
    return await forward(current === tag ? { headers: { 'if-match': undefined } } : {})
  })
}

/** Returns the first ETag of a resource for every later state. */
function keepFirstTag(operations: readonly string[]): Wrap {
  return perServer(() => {
    const tags = new Map<unknown, string>()
    return editSuccess(operations, (response, { path }) => {
      const name = `${path.replace(/\/aliases.*$/, '')} ${readObject(response)?.aliasName}`
      const tag = tags.get(name) ?? headerOf(response, 'etag') ?? ''
      tags.set(name, tag)
      setHeader(response, 'Etag', tag)
    })
  })
}

/** Recreates a deleted resource if an update is concurrent with the deletion. */
function recreateOnUpdate(remove: string, update: string): Wrap {
  return (server) => {
    const open = new Set<string>()
    const rememberUpdate = intercept(update, async ({ path }, { forward }) => {
      open.add(path)
      const response = await forward()
      setTimeout(() => open.delete(path), 50)
      return response
    })
    const recreate = intercept(remove, async ({ path, names }, { forward, send }) => {
      const response = await forward()
      await pause()
      if (response.status === 204 && open.has(path)) await send('POST', toListPath(path), toNameField(names))
      return response
    })
    return rememberUpdate(recreate(server))
  }
}

function hangSecond(operation: string): Wrap {
  return groupConcurrent(
    operation,
    async (first, forward) => {
      if (!first) return await forward()
      return { ...toMutable(await first), connection: 'hang' }
    },
    ({ path }) => path,
  )
}

function mixUpResponses(operation: string): Wrap {
  return groupConcurrent(
    operation,
    async (first, forward) =>
      first ? toMutable(await Promise.all([first, forward()]).then(([response]) => response)) : await forward(),
    () => 'all',
  )
}

/** Waits until a request that was sent at the same time has arrived. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
}
