import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { headerOf, type JsonObject, readObject, setJson } from '../response.ts'
import { editErrors, editList, editRequest, editSuccess, fixAndRetry, intercept } from './edits.ts'
import { deleteAll, nameOf, toListPath } from './resources.ts'

/** Section 4 of the catalogue: deletions. */
export const deletionMutants: readonly Mutant[] = [
  define(
    'T19',
    'DeleteService',
    'returns success and changes nothing',
    ['deleted-resource-is-gone', 'second-delete-is-rejected'],
    skipDelete('DeleteService'),
  ),
  define(
    'T19',
    'DeleteAlias',
    'returns success and changes nothing',
    ['deleted-resource-is-gone', 'second-delete-is-rejected'],
    skipDelete('DeleteAlias'),
  ),
  define(
    'T19',
    'DeleteVersion',
    'returns success and changes nothing',
    ['deleted-resource-is-gone', 'second-delete-is-rejected'],
    skipDelete('DeleteVersion'),
  ),
  define(
    'T20',
    'DeleteTrigger',
    'keeps the deleted resource in the list',
    ['deleted-resource-is-not-listed'],
    keepListed('DeleteTrigger', 'ListTriggers'),
  ),
  define(
    'T20',
    'DeleteFunction',
    'keeps the deleted resource in the list',
    ['deleted-resource-is-not-listed'],
    keepListed('DeleteFunction', 'ListFunctions'),
  ),
  define(
    'T21',
    'DeleteService',
    'restores fields of the deleted resource on recreation',
    ['recreated-resource-is-new'],
    restoreOldFields('CreateService'),
  ),
  define(
    'T21',
    'DeleteTrigger',
    'restores fields of the deleted resource on recreation',
    ['recreated-resource-is-new'],
    restoreOldFields('CreateTrigger'),
  ),
  define(
    'T22',
    'DeleteService',
    'returns empty lists for a deleted service',
    ['deleted-parent-has-no-lists'],
    returnEmptyLists(),
  ),
  define(
    'T23',
    'DeleteService',
    'deletes a service that has functions',
    ['service-with-function-is-rejected'],
    deleteChildrenAndRetry('DeleteService', 'functions'),
  ),
  define(
    'T23',
    'DeleteFunction',
    'deletes a function that has triggers',
    ['function-with-trigger-is-rejected'],
    deleteChildrenAndRetry('DeleteFunction', 'triggers'),
  ),
  define(
    'T24',
    'DeleteFunction',
    'deletes sibling resources',
    ['other-resources-are-unchanged'],
    deleteSiblings('DeleteFunction'),
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes sibling resources',
    ['other-resources-are-unchanged'],
    deleteSiblings('DeleteTrigger'),
  ),
  define(
    'T24',
    'DeleteVersion',
    'deletes sibling resources',
    ['deleted-resource-is-gone'],
    deleteSiblings('DeleteVersion'),
  ),
  define(
    'T27',
    'DeleteService',
    'returns an error and deletes the functions',
    ['service-with-function-is-rejected'],
    editErrors('DeleteService', 409, async (_, call, { send }) => {
      await deleteAll(send, `${call.path}/functions`)
    }),
  ),
  define(
    'T27',
    'DeleteAlias',
    'rejects the ETag and deletes the resource',
    ['unknown-etag-is-rejected'],
    editErrors('DeleteAlias', 412, async (_, call, { send }) => {
      await send('DELETE', call.path)
    }),
  ),
]

/** Returns success without deleting anything. */
function skipDelete(operation: string): Wrap {
  return intercept(operation, async ({ path, request }, { send }) => {
    const isVersion = operation === 'DeleteVersion'
    const found = await send('GET', isVersion ? path.replace('/versions/', '.') : path)
    if (found.status !== 200) return found
    const id = headerOf(request, 'x-fc-request-id') ?? `kept-${Math.random()}`
    return { status: 204, headers: [['X-Fc-Request-Id', id]], body: new Uint8Array() }
  })
}

/** Keeps deleted resources in the list. */
function keepListed(remove: string, read: string): Wrap {
  return (server) => {
    const gone = new Map<string, readonly JsonObject[]>()
    const remember = intercept(remove, async ({ path }, { forward, send }) => {
      const old = readObject(await send('GET', path))
      const response = await forward()
      const above = toListPath(path)
      if (response.status === 204 && old) gone.set(above, [...(gone.get(above) ?? []), old])
      return response
    })
    const recall = editList(read, (found, { path, query }) => {
      const prefix = query.get('prefix') ?? ''
      return [...found, ...(gone.get(path) ?? []).filter((entry) => String(nameOf(entry)).startsWith(prefix))]
    })
    return recall(remember(server))
  }
}

/** A second create of a name restores absent fields from the first. */
function restoreOldFields(create: string): Wrap {
  return perServer(() => {
    const old = new Map<string, JsonObject>()
    return editRequest(create, ({ path, request }) => {
      const body = readObject(request)
      if (!body) return undefined
      const key = `${path}/${nameOf(body)}`
      const merged = { ...old.get(key), ...body }
      old.set(key, merged)
      return { body: merged }
    })
  })
}

/** Returns an empty list instead of an error for the lists of a deleted service. */
function returnEmptyLists(): Wrap {
  return (server) => {
    const deleted = new Set<string>()
    const remember = editSuccess('DeleteService', (_, { names }) => {
      deleted.add(names.serviceName ?? '')
    })
    const recall = editErrors(
      ['ListFunctions', 'ListAliases', 'ListVersions'],
      404,
      (response, { names, operation }) => {
        if (!deleted.has(names.serviceName ?? '')) return
        response.status = 200
        setJson(response, { [operation?.id.replace('List', '').toLowerCase() ?? '']: [] })
      },
    )
    return recall(remember(server))
  }
}

/** Deletes the children that prevent the deletion, then retries. */
function deleteChildrenAndRetry(operation: string, below: string): Wrap {
  return fixAndRetry(operation, 409, ({ path }, send) => deleteAll(send, `${path}/${below}`))
}

/** Deletes every resource in the same list. */
function deleteSiblings(operation: string): Wrap {
  return editSuccess(operation, async (_, { path }, { send }) => {
    await deleteAll(send, toListPath(path))
  })
}
