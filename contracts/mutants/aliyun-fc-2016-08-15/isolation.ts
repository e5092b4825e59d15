import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type JsonObject, readObject, setJson } from '../response.ts'
import { editErrors, editList, editSuccess, intercept, setError } from './edits.ts'
import { nameOf, readList, toListPath } from './resources.ts'

/** Sections 4 and 6 of the catalogue: isolation of resources with similar names or other parents. */
export const isolationMutants: readonly Mutant[] = [
  define(
    'T07',
    'ListServices',
    'always lists entries as they were first listed',
    ['update-response-equals-read'],
    listAsFirstSeen('ListServices'),
    { as: 'first-listed' },
  ),
  define(
    'T36',
    'ListTriggers',
    'also lists triggers of functions with a similar name',
    ['list-excludes-similar-parents'],
    listSimilarParents('ListTriggers'),
    { as: 'similar-names' },
  ),
  define(
    'T36',
    'ListFunctions',
    'also lists functions of services with a similar name',
    ['list-excludes-similar-parents'],
    listSimilarParents('ListFunctions'),
    { as: 'similar-names' },
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes triggers with the same name in other functions',
    ['delete-keeps-same-name-in-other-parents'],
    deleteInOtherParents('DeleteTrigger', 'functions'),
    { as: 'other-parents' },
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes triggers whose name starts with the name',
    ['other-resources-are-unchanged'],
    deleteByPrefix('DeleteTrigger'),
    { as: 'prefix' },
  ),
  define(
    'T27',
    'DeleteService',
    'returns an error and removes the service from the list',
    ['service-with-function-is-rejected'],
    hideFromList(),
    { as: 'hidden-from-list' },
  ),
  define(
    'T25',
    'DeleteService',
    'counts rejected functions as existing',
    ['service-without-functions-is-deleted'],
    countRejectedChildren('DeleteService', 'CreateFunction'),
    { as: 'rejected' },
  ),
  define(
    'T25',
    'DeleteFunction',
    'counts rejected triggers as existing',
    ['function-without-triggers-is-deleted'],
    countRejectedChildren('DeleteFunction', 'CreateTrigger'),
    { as: 'rejected' },
  ),
  define(
    'P14',
    'ListVersions',
    'sorts version ids as strings',
    ['versions-sort-numerically'],
    editList('ListVersions', (found) => found.toSorted((a, b) => (String(nameOf(a)) < String(nameOf(b)) ? 1 : -1))),
    { as: 'as-strings' },
  ),
  define(
    'P16',
    'ListVersions',
    'ignores startKey if the direction is FORWARD',
    ['forward-direction-is-handled'],
    intercept('ListVersions', ({ query }, { forward }) => {
      if (query.get('direction') === 'FORWARD') query.delete('startKey')
      return forward({ query })
    }),
    { as: 'forward' },
  ),
]

/** Lists every entry as it was first listed. */
function listAsFirstSeen(operation: string): Wrap {
  return perServer(() => {
    const first = new Map<unknown, JsonObject>()
    return editList(operation, (found) =>
      found.map((entry) => {
        const old = first.get(entry.serviceId) ?? entry
        first.set(entry.serviceId, old)
        return old
      }),
    )
  })
}

/** Adds the resources of other parents whose names start with the name of this parent. */
function listSimilarParents(operation: string): Wrap {
  return intercept(operation, async ({ path, query }, { forward, send }) => {
    const response = await forward()
    const parent = toListPath(path)
    const above = toListPath(parent)
    const collection = path.slice(parent.length)
    const body = readObject(response) ?? {}
    const [field, own] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? []
    if (field === undefined || !Array.isArray(own) || parent.includes('.') || query.has('nextToken')) return response
    const name = parent.slice(above.length + 1)
    const siblings = (await readList(send, above)).map((entry) => String(nameOf(entry))).filter((item) => item !== name)
    const others = []
    for (const item of siblings)
      if (item.startsWith(name)) others.push(...(await readList(send, `${above}/${item}${collection}`)))
    setJson(response, { ...body, [field]: [...own, ...others] })
    return response
  })
}

/** Also deletes resources with the same name in other parents. */
function deleteInOtherParents(operation: string, parents: string): Wrap {
  return editSuccess(operation, async (_, { path }, { send }) => {
    const [above = '', below = ''] = path.split(new RegExp(`(?<=/${parents})/`))
    const ending = below.slice(below.indexOf('/'))
    for (const entry of await readList(send, above)) await send('DELETE', `${above}/${nameOf(entry)}${ending}`)
  })
}

/** Also deletes resources whose names start with this name. */
function deleteByPrefix(operation: string): Wrap {
  return editSuccess(operation, async (_, { path }, { send }) => {
    const above = toListPath(path)
    const name = path.slice(above.length + 1)
    for (const entry of await readList(send, above)) {
      if (String(nameOf(entry)).startsWith(name)) await send('DELETE', `${above}/${nameOf(entry)}`)
    }
  })
}

/** Removes a service from the list after its deletion was rejected. */
function hideFromList(): Wrap {
  return (server) => {
    const hidden = new Set<unknown>()
    const remember = editErrors('DeleteService', 409, (_, { names }) => {
      hidden.add(names.serviceName)
    })
    const forget = editList('ListServices', (found) => found.filter((entry) => !hidden.has(entry.serviceName)))
    return forget(remember(server))
  }
}

/** Rejects the deletion of a parent if a duplicate child was rejected before. */
function countRejectedChildren(remove: string, create: string): Wrap {
  return (server) => {
    const full = new Set<string>()
    const count = editErrors(create, 409, (_, { path }) => {
      full.add(toListPath(path))
    })
    const rejectDelete = intercept(remove, async ({ path }, { forward, send }) => {
      if (!full.has(path)) return await forward()
      const response = await send('GET', path)
      if (response.status === 200)
        setError(response, remove === 'DeleteService' ? 'ServiceNotEmpty' : 'FunctionNotEmpty')
      return response
    })
    return rejectDelete(count(server))
  }
}
