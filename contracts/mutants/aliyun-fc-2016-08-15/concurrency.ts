import { define } from '../define.ts'
import { type Answer, headerOf, readRow, setHeader } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { before, instead, refusal, refuse, success } from './kit.ts'
import { cached } from './state.ts'

const unheard = ['refuses-an-etag-that-never-was', 'refuses-the-etag-of-an-earlier-state']

/** Section 5: conditions and requests at once. */
export const concurrencyMutants: readonly Mutant[] = [
  ...(['UpdateService', 'DeleteFunction', 'PublishVersion', 'UpdateTrigger', 'DeleteAlias'] as const).map((operation) =>
    define(
      'C01',
      operation,
      'does not look at If-Match',
      unheard,
      before(operation, () => ({ headers: { 'if-match': undefined } })),
    ),
  ),
  define(
    'C02',
    'UpdateFunction',
    'refuses the right ETag',
    ['takes-the-etag-of-the-present-state'],
    wrongTag('UpdateFunction'),
  ),
  define(
    'C02',
    'DeleteTrigger',
    'refuses the right ETag',
    ['takes-the-etag-of-the-present-state'],
    wrongTag('DeleteTrigger'),
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
  define('C09', 'CreateService', 'lets two at once win', ['lets-one-of-two-at-once-win'], bothWin('CreateService')),
  define('C09', 'CreateFunction', 'lets two at once win', ['lets-one-of-two-at-once-win'], bothWin('CreateFunction')),
  define(
    'C10',
    'CreateTrigger',
    'lets neither of two at once win',
    ['lets-one-of-two-at-once-win'],
    neitherWins('CreateTrigger', 'TriggerAlreadyExists'),
  ),
  define(
    'C11',
    'UpdateFunction',
    'loses one of two updates with one ETag',
    ['loses-no-update-of-two-with-one-etag'],
    bothUpdate('UpdateFunction'),
  ),
  define(
    'C11',
    'UpdateService',
    'loses one of two updates with one ETag',
    ['loses-no-update-of-two-with-one-etag'],
    bothUpdate('UpdateService'),
  ),
  define(
    'C12',
    'UpdateAlias',
    'keeps its ETag',
    ['gives-the-new-state-another-etag'],
    firstTag(['CreateAlias', 'GetAlias', 'UpdateAlias']),
  ),
  define(
    'C13',
    'GetFunction',
    'answers an older state now and then',
    [/./],
    flickering('UpdateFunction', 'GetFunction'),
    { alsoNamed: ['UpdateFunction'] },
  ),
  define(
    'C14',
    'UpdateService',
    'is seen by reads a moment later',
    ['changes-description-and-nothing-else'],
    cached('UpdateService', 'GetService', 250),
    { alsoNamed: ['GetService'] },
  ),
  define(
    'C14',
    'UpdateAlias',
    'is seen by reads a moment later',
    ['changes-description-and-nothing-else'],
    cached('UpdateAlias', 'GetAlias', 250),
    { alsoNamed: ['GetAlias'] },
  ),
  define(
    'C15',
    'DeleteService',
    'lets an update at once bring it back',
    ['stays-deleted-when-an-update-comes-at-once'],
    revived('DeleteService', 'UpdateService', 'serviceName', {}),
  ),
  define(
    'C17',
    'UpdateTrigger',
    'hangs when two come at once',
    ['loses-no-update-of-two-with-one-etag'],
    deadlocked('UpdateTrigger'),
  ),
  define('C18', 'CreateService', 'gives one answer to two who come at once', [/./], crossed('CreateService')),
  define(
    'C18',
    'GetFunction',
    'gives one answer to two who come at once',
    ['answers-each-of-several-at-once-its-own'],
    crossed('GetFunction'),
  ),
]

/** Compares If-Match with another tag than the one that it answers. */
function wrongTag(operation: string): Wrap {
  return before(operation, ({ request }) => {
    const tag = headerOf(request, 'if-match')
    return tag === undefined ? undefined : { headers: { 'if-match': `${tag}0` } }
  })
}

/** Requests that are under way, by what they have in common. */
function together(
  operation: string,
  handle: (first: Promise<Answer> | undefined, forward: () => Promise<Answer>) => Promise<Answer>,
  toKey: (call: { readonly path: string; readonly body: unknown }) => string,
): Wrap {
  return (server) => {
    const open = new Map<string, Promise<Answer>>()
    return instead(operation, async (call, { forward }) => {
      const key = toKey(call)
      const first = open.get(key)
      const answer = handle(first, async () => {
        await pause()
        return await forward()
      })
      open.set(key, answer)
      try {
        return await answer
      } finally {
        if (open.get(key) === answer) open.delete(key)
      }
    })(server)
  }
}

function byName({ path, body }: { readonly path: string; readonly body: unknown }): string {
  const names = Object.entries(readRow({ body: Buffer.from(JSON.stringify(body ?? null)) }) ?? {}).filter(([field]) =>
    field.endsWith('Name'),
  )
  return `${path} ${JSON.stringify(names)}`
}

function bothWin(operation: string): Wrap {
  return together(operation, async (first, forward) => (first ? copy(await first) : await forward()), byName)
}

function neitherWins(operation: string, code: Parameters<typeof refuse>[1]): Wrap {
  return (server) => {
    const counts = new Map<string, number>()
    return instead(operation, async (call, { forward, ask }) => {
      const key = byName(call)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      await pause()
      const isAlone = counts.get(key) === 1
      const answer = await forward()
      if (!isAlone && answer.status === 200) {
        await ask('DELETE', `${call.path}/${readRow(answer)?.triggerName}`)
        refuse(answer, code)
      }
      setTimeout(() => counts.delete(key), 30)
      return answer
    })(server)
  }
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
  return (server) => {
    const tags = new Map<unknown, string>()
    return success(operations, (answer, { path }) => {
      const name = `${path.replace(/\/aliases.*$/, '')} ${readRow(answer)?.aliasName}`
      const tag = tags.get(name) ?? headerOf(answer, 'etag') ?? ''
      tags.set(name, tag)
      setHeader(answer, 'Etag', tag)
    })(server)
  }
}

/** After an update, the second read and every third from there on answer the state before. */
function flickering(update: string, read: string): Wrap {
  return (server) => {
    const olds = new Map<string, { readonly answer: Answer; reads: number }>()
    const keep = instead(update, async ({ path }, { forward, ask }) => {
      const answer = await ask('GET', path)
      const updated = await forward()
      if (updated.status < 300) olds.set(path, { answer, reads: 0 })
      return updated
    })
    const flicker = instead(read, async ({ path }, { forward }) => {
      const old = olds.get(path)
      if (old) old.reads += 1
      return old && old.reads % 3 === 2 ? copy(old.answer) : await forward()
    })
    return flicker(keep(server))
  }
}

function revived(remove: string, update: string, name: string, fields: Readonly<Record<string, unknown>>): Wrap {
  return (server) => {
    const open = new Set<string>()
    const updating = instead(update, async ({ path }, { forward }) => {
      open.add(path)
      const answer = await forward()
      setTimeout(() => open.delete(path), 50)
      return answer
    })
    const removing = instead(remove, async ({ path, names }, { forward, ask }) => {
      const answer = await forward()
      await pause()
      if (answer.status === 204 && open.has(path)) {
        await ask('POST', path.replace(/\/[^/]+$/, ''), { ...fields, [name]: names[name] })
      }
      return answer
    })
    return updating(removing(server))
  }
}

function deadlocked(operation: string): Wrap {
  return together(
    operation,
    async (first, forward) => {
      if (!first) return await forward()
      return { ...copy(await first), connection: 'hang' }
    },
    ({ path }) => path,
  )
}

function crossed(operation: string): Wrap {
  return together(
    operation,
    async (first, forward) =>
      first ? copy(await Promise.all([first, forward()]).then(([answer]) => answer)) : await forward(),
    () => 'all',
  )
}

function copy(answer: Answer): Answer {
  return { ...answer, headers: answer.headers.map(([name, value]) => [name, value]) }
}

/** Long enough for a request that was sent at the same time to come in. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
}
