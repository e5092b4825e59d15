import { type Row, readRow, setJson } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { instead, list, refusal, refuse, success } from './edits.ts'
import { nameOf, readList, toListPath } from './resources.ts'

/** Sections 4 and 6: lists that lag behind, and names that are taken for others which begin alike. */
export const isolationMutants: readonly Mutant[] = [
  define(
    'T07',
    'ListServices',
    'shows entries as it first listed them',
    ['update-response-equals-read'],
    remembering('ListServices'),
    { as: 'first' },
  ),
  define(
    'T36',
    'ListTriggers',
    'lists those of functions whose names begin alike',
    ['list-excludes-similar-parents'],
    spilling('ListTriggers'),
    { as: 'alike' },
  ),
  define(
    'T36',
    'ListFunctions',
    'lists those of services whose names begin alike',
    ['list-excludes-similar-parents'],
    spilling('ListFunctions'),
    { as: 'alike' },
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes the same name in other functions',
    ['delete-keeps-same-name-in-other-parents'],
    deletingEverywhere('DeleteTrigger', 'functions'),
    { as: 'elsewhere' },
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes what begins with the name',
    ['other-resources-are-unchanged'],
    deletingByPrefix('DeleteTrigger'),
    { as: 'prefix' },
  ),
  define(
    'T27',
    'DeleteService',
    'refuses and takes it out of the list',
    ['service-with-function-is-rejected'],
    hiding(),
    { as: 'list' },
  ),
  define(
    'T25',
    'DeleteService',
    'counts functions that were refused',
    ['service-without-functions-is-deleted'],
    leaking('DeleteService', 'CreateFunction'),
    { as: 'refused' },
  ),
  define(
    'T25',
    'DeleteFunction',
    'counts triggers that were refused',
    ['function-without-triggers-is-deleted'],
    leaking('DeleteFunction', 'CreateTrigger'),
    { as: 'refused' },
  ),
  define(
    'P14',
    'ListVersions',
    'compares numbers as texts',
    ['versions-sort-numerically'],
    list('ListVersions', (found) => found.toSorted((a, b) => (String(nameOf(a)) < String(nameOf(b)) ? 1 : -1))),
    { as: 'texts' },
  ),
  define(
    'P16',
    'ListVersions',
    'does not hear startKey in the other direction',
    ['forward-direction-is-handled'],
    instead('ListVersions', ({ query }, { forward }) => {
      if (query.get('direction') === 'FORWARD') query.delete('startKey')
      return forward({ query })
    }),
    { as: 'forward' },
  ),
]

/** Every entry stays as it was listed first. */
function remembering(operation: string): Wrap {
  return fresh(() => {
    const first = new Map<unknown, Row>()
    return list(operation, (found) =>
      found.map((entry) => {
        const old = first.get(entry.serviceId) ?? entry
        first.set(entry.serviceId, old)
        return old
      }),
    )
  })
}

/** Lists what neighbours of its parent have, too, whose names begin with the parent's. */
function spilling(operation: string): Wrap {
  return instead(operation, async ({ path, query }, { forward, ask }) => {
    const response = await forward()
    const parent = toListPath(path)
    const above = toListPath(parent)
    const collection = path.slice(parent.length)
    const body = readRow(response) ?? {}
    const [field, own] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? []
    if (field === undefined || !Array.isArray(own) || parent.includes('.') || query.has('nextToken')) return response
    const name = parent.slice(above.length + 1)
    const alike = (await readList(ask, above)).map((entry) => String(nameOf(entry))).filter((item) => item !== name)
    const others = []
    for (const item of alike)
      if (item.startsWith(name)) others.push(...(await readList(ask, `${above}/${item}${collection}`)))
    setJson(response, { ...body, [field]: [...own, ...others] })
    return response
  })
}

/** Deletes what has the same name in the other parents. */
function deletingEverywhere(operation: string, parents: string): Wrap {
  return success(operation, async (_, { path }, { ask }) => {
    const [above = '', below = ''] = path.split(new RegExp(`(?<=/${parents})/`))
    const ending = below.slice(below.indexOf('/'))
    for (const entry of await readList(ask, above)) await ask('DELETE', `${above}/${nameOf(entry)}${ending}`)
  })
}

/** Deletes what has a name that begins with this one. */
function deletingByPrefix(operation: string): Wrap {
  return success(operation, async (_, { path }, { ask }) => {
    const above = toListPath(path)
    const name = path.slice(above.length + 1)
    for (const entry of await readList(ask, above)) {
      if (String(nameOf(entry)).startsWith(name)) await ask('DELETE', `${above}/${nameOf(entry)}`)
    }
  })
}

/** Lists no more what it refused to delete. */
function hiding(): Wrap {
  return (server) => {
    const hidden = new Set<unknown>()
    const remember = refusal('DeleteService', 409, (_, { names }) => {
      hidden.add(names.serviceName)
    })
    const forget = list('ListServices', (found) => found.filter((entry) => !hidden.has(entry.serviceName)))
    return forget(remember(server))
  }
}

/** Refuses to delete where a creation below was once refused as a duplicate. */
function leaking(remove: string, create: string): Wrap {
  return (server) => {
    const full = new Set<string>()
    const count = refusal(create, 409, (_, { path }) => {
      full.add(toListPath(path))
    })
    const insist = instead(remove, async ({ path }, { forward, ask }) => {
      if (!full.has(path)) return await forward()
      const response = await ask('GET', path)
      if (response.status === 200) refuse(response, remove === 'DeleteService' ? 'ServiceNotEmpty' : 'FunctionNotEmpty')
      return response
    })
    return insist(count(server))
  }
}
