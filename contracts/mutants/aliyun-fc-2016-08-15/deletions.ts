import { headerOf, type Row, readRow, setJson } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { before, instead, list, editRequest, refusal, success } from './edits.ts'
import { deleteAll, nameOf, toListPath } from './resources.ts'

/** Section 4: what a deletion takes away, and what it must leave alone. */
export const deletionMutants: readonly Mutant[] = [
  define(
    'T19',
    'DeleteService',
    'does nothing',
    ['deleted-resource-is-gone', 'second-delete-is-rejected'],
    keeping('DeleteService'),
  ),
  define(
    'T19',
    'DeleteAlias',
    'does nothing',
    ['deleted-resource-is-gone', 'second-delete-is-rejected'],
    keeping('DeleteAlias'),
  ),
  define(
    'T19',
    'DeleteVersion',
    'does nothing',
    ['deleted-resource-is-gone', 'second-delete-is-rejected'],
    keeping('DeleteVersion'),
  ),
  define(
    'T20',
    'DeleteTrigger',
    'leaves it in the list',
    ['deleted-resource-is-not-listed'],
    lingering('DeleteTrigger', 'ListTriggers'),
  ),
  define(
    'T20',
    'DeleteFunction',
    'leaves it in the list',
    ['deleted-resource-is-not-listed'],
    lingering('DeleteFunction', 'ListFunctions'),
  ),
  define(
    'T21',
    'DeleteService',
    'lets what was deleted come back',
    ['recreated-resource-is-new'],
    resurrecting('CreateService'),
  ),
  define(
    'T21',
    'DeleteTrigger',
    'lets what was deleted come back',
    ['recreated-resource-is-new'],
    resurrecting('CreateTrigger'),
  ),
  define('T22', 'DeleteService', 'leaves its aliases to be listed', ['deleted-parent-has-no-lists'], emptied()),
  define(
    'T23',
    'DeleteService',
    'deletes functions with it',
    ['service-with-function-is-rejected'],
    cascading('DeleteService', 'functions'),
  ),
  define(
    'T23',
    'DeleteFunction',
    'deletes triggers with it',
    ['function-with-trigger-is-rejected'],
    cascading('DeleteFunction', 'triggers'),
  ),
  define(
    'T24',
    'DeleteFunction',
    'deletes its neighbours, too',
    ['other-resources-are-unchanged'],
    widening('DeleteFunction'),
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes its neighbours, too',
    ['other-resources-are-unchanged'],
    widening('DeleteTrigger'),
  ),
  define(
    'T24',
    'DeleteVersion',
    'deletes its neighbours, too',
    ['deleted-resource-is-gone'],
    widening('DeleteVersion'),
  ),
  define(
    'T27',
    'DeleteService',
    'refuses and deletes the functions',
    ['service-with-function-is-rejected'],
    refusal('DeleteService', 409, async (_, call, { ask }) => {
      await deleteAll(ask, `${call.path}/functions`)
    }),
  ),
  define(
    'T27',
    'DeleteAlias',
    'refuses the wrong ETag and deletes all the same',
    ['unknown-etag-is-rejected'],
    refusal('DeleteAlias', 412, async (_, call, { ask }) => {
      await ask('DELETE', call.path)
    }),
  ),
]

/** Returns that it is done, and does nothing. */
function keeping(operation: string): Wrap {
  return instead(operation, async ({ path, request }, { ask }) => {
    const isVersion = operation === 'DeleteVersion'
    const found = await ask('GET', isVersion ? path.replace('/versions/', '.') : path)
    if (found.status !== 200) return found
    const id = headerOf(request, 'x-fc-request-id') ?? `kept-${Math.random()}`
    return { status: 204, headers: [['X-Fc-Request-Id', id]], body: new Uint8Array() }
  })
}

/** Lists what is gone. */
function lingering(remove: string, read: string): Wrap {
  return (server) => {
    const gone = new Map<string, readonly Row[]>()
    const remember = instead(remove, async ({ path }, { forward, ask }) => {
      const old = readRow(await ask('GET', path))
      const response = await forward()
      const above = toListPath(path)
      if (response.status === 204 && old) gone.set(above, [...(gone.get(above) ?? []), old])
      return response
    })
    const recall = list(read, (found, { path, query }) => {
      const prefix = query.get('prefix') ?? ''
      return [...found, ...(gone.get(path) ?? []).filter((entry) => String(nameOf(entry)).startsWith(prefix))]
    })
    return recall(remember(server))
  }
}

/** A second creation under one name takes what it does not name from the first. */
function resurrecting(create: string): Wrap {
  return fresh(() => {
    const old = new Map<string, Row>()
    return before(create, ({ path, request }) => {
      const body = readRow(request)
      if (!body) return undefined
      const key = `${path}/${nameOf(body)}`
      const merged = { ...old.get(key), ...body }
      old.set(key, merged)
      return { body: merged }
    })
  })
}

/** What a deleted service had is returned as an empty list. */
function emptied(): Wrap {
  return (server) => {
    const deleted = new Set<string>()
    const remember = success('DeleteService', (_, { names }) => {
      deleted.add(names.serviceName ?? '')
    })
    const recall = refusal(['ListFunctions', 'ListAliases', 'ListVersions'], 404, (response, { names, operation }) => {
      if (!deleted.has(names.serviceName ?? '')) return
      response.status = 200
      setJson(response, { [operation?.id.replace('List', '').toLowerCase() ?? '']: [] })
    })
    return recall(remember(server))
  }
}

/** Deletes what stands in its way. */
function cascading(operation: string, below: string): Wrap {
  return editRequest(operation, 409, ({ path }, ask) => deleteAll(ask, `${path}/${below}`))
}

/** Deletes all that is in the same list. */
function widening(operation: string): Wrap {
  return success(operation, async (_, { path }, { ask }) => {
    await deleteAll(ask, toListPath(path))
  })
}
