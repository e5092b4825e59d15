import { type MutableResponse, headerOf, readRow, setHeader, toMutable, toRow } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { comparing, instead, refusal, refuse, success } from './edits.ts'
import { nameOf, toListPath, toNaming } from './resources.ts'

const unheard = ['unknown-etag-is-rejected', 'stale-etag-is-rejected']

/** Section 5: conditions and requests at once. */
export const concurrencyMutants: readonly Mutant[] = [
  ...(['UpdateService', 'DeleteFunction', 'PublishVersion', 'UpdateTrigger', 'DeleteAlias'] as const).map((operation) =>
    define(
      'C01',
      operation,
      'does not look at If-Match',
      unheard,
      comparing(operation, () => undefined),
    ),
  ),
  define(
    'C02',
    'UpdateFunction',
    'refuses the right ETag',
    ['current-etag-is-accepted'],
    comparing('UpdateFunction', (tag) => `${tag}0`),
  ),
  define(
    'C02',
    'DeleteTrigger',
    'refuses the right ETag',
    ['current-etag-is-accepted'],
    comparing('DeleteTrigger', (tag) => `${tag}0`),
  ),
  define(
    'C07',
    'UpdateAlias',
    'refuses the wrong ETag and changes all the same',
    unheard,
    refusal('UpdateAlias', 412, async (_, { path, request }, { ask }) => {
      await ask('PUT', path, readRow(request))
    }),
  ),
  define(
    'C07',
    'DeleteService',
    'refuses the wrong ETag and deletes all the same',
    unheard,
    refusal('DeleteService', 412, async (_, { path }, { ask }) => {
      await ask('DELETE', path)
    }),
  ),
  define(
    'C09',
    'CreateService',
    'lets two at once win',
    ['concurrent-creates-yield-one-winner'],
    bothWin('CreateService'),
  ),
  define(
    'C09',
    'CreateFunction',
    'lets two at once win',
    ['concurrent-creates-yield-one-winner'],
    bothWin('CreateFunction'),
  ),
  define(
    'C10',
    'CreateTrigger',
    'lets neither of two at once win',
    ['concurrent-creates-yield-one-winner'],
    neitherWins('CreateTrigger', 'TriggerAlreadyExists'),
  ),
  define(
    'C11',
    'UpdateFunction',
    'loses one of two updates with one ETag',
    ['if-match-prevents-lost-update'],
    bothUpdate('UpdateFunction'),
  ),
  define(
    'C11',
    'UpdateService',
    'loses one of two updates with one ETag',
    ['if-match-prevents-lost-update'],
    bothUpdate('UpdateService'),
  ),
  define(
    'C12',
    'UpdateAlias',
    'keeps its ETag',
    ['update-changes-etag'],
    firstTag(['CreateAlias', 'GetAlias', 'UpdateAlias']),
  ),
  define(
    'C15',
    'DeleteService',
    'lets an update at once bring it back',
    ['concurrent-update-does-not-undo-delete'],
    revived('DeleteService', 'UpdateService'),
  ),
  define(
    'C17',
    'UpdateTrigger',
    'hangs when two come at once',
    ['if-match-prevents-lost-update'],
    deadlocked('UpdateTrigger'),
  ),
  define('C18', 'CreateService', 'gives one response to two who come at once', [/./], crossed('CreateService')),
  define(
    'C18',
    'GetFunction',
    'gives one response to two who come at once',
    ['concurrent-reads-are-not-mixed-up'],
    crossed('GetFunction'),
  ),
]

/** Requests that are under way, by what they have in common. */
function together(
  operation: string,
  handle: (
    first: Promise<MutableResponse> | undefined,
    forward: () => Promise<MutableResponse>,
  ) => Promise<MutableResponse>,
  toKey: (call: { readonly path: string; readonly body: unknown }) => string,
): Wrap {
  return fresh(() => {
    const open = new Map<string, Promise<MutableResponse>>()
    return instead(operation, async (call, { forward }) => {
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

/** Creations of one name in one place. */
function byName({ path, body }: { readonly path: string; readonly body: unknown }): string {
  const names = Object.entries(toRow(body) ?? {}).filter(([field]) => field.endsWith('Name'))
  return `${path} ${JSON.stringify(names)}`
}

function bothWin(operation: string): Wrap {
  return together(operation, async (first, forward) => (first ? toMutable(await first) : await forward()), byName)
}

function neitherWins(operation: string, code: Parameters<typeof refuse>[1]): Wrap {
  return fresh(() => {
    const counts = new Map<string, number>()
    return instead(operation, async (call, { forward, ask }) => {
      const key = byName(call)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      await pause()
      const isAlone = counts.get(key) === 1
      const response = await forward()
      if (!isAlone && response.status === 200) {
        await ask('DELETE', `${call.path}/${nameOf(readRow(response))}`)
        refuse(response, code)
      }
      setTimeout(() => counts.delete(key), 30)
      return response
    })
  })
}

/** The tag is looked at when the request comes in, and the change is made later. */
function bothUpdate(operation: string): Wrap {
  return instead(operation, async ({ path, request }, { forward, ask }) => {
    const tag = headerOf(request, 'if-match')
    if (tag === undefined) return await forward()
    const present = headerOf(await ask('GET', path), 'etag')
    await pause()
    return await forward(present === tag ? { headers: { 'if-match': undefined } } : {})
  })
}

/** Every state has the tag that the first one had. */
function firstTag(operations: readonly string[]): Wrap {
  return fresh(() => {
    const tags = new Map<unknown, string>()
    return success(operations, (response, { path }) => {
      const name = `${path.replace(/\/aliases.*$/, '')} ${readRow(response)?.aliasName}`
      const tag = tags.get(name) ?? headerOf(response, 'etag') ?? ''
      tags.set(name, tag)
      setHeader(response, 'Etag', tag)
    })
  })
}

/** An update that comes at once with a deletion makes again what was deleted. */
function revived(remove: string, update: string): Wrap {
  return (server) => {
    const open = new Set<string>()
    const updating = instead(update, async ({ path }, { forward }) => {
      open.add(path)
      const response = await forward()
      setTimeout(() => open.delete(path), 50)
      return response
    })
    const removing = instead(remove, async ({ path, names }, { forward, ask }) => {
      const response = await forward()
      await pause()
      if (response.status === 204 && open.has(path)) await ask('POST', toListPath(path), toNaming(names))
      return response
    })
    return updating(removing(server))
  }
}

function deadlocked(operation: string): Wrap {
  return together(
    operation,
    async (first, forward) => {
      if (!first) return await forward()
      return { ...toMutable(await first), connection: 'hang' }
    },
    ({ path }) => path,
  )
}

function crossed(operation: string): Wrap {
  return together(
    operation,
    async (first, forward) =>
      first ? toMutable(await Promise.all([first, forward()]).then(([response]) => response)) : await forward(),
    () => 'all',
  )
}

/** Long enough for a request that was sent at the same time to come in. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
}
