import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { dropHeader, readObject } from '../response.ts'
import { editObject, editRequest, editSuccess, intercept, mapResponseField, setError } from './edits.ts'
import { readList, toServicePath } from './resources.ts'

/** Section 4 of the catalogue: versions and aliases. */
export const versionMutants: readonly Mutant[] = [
  define(
    'T16',
    'PublishVersion',
    'returns the same version id for every version',
    ['version-ids-are-unique'],
    mapResponseField('PublishVersion', 'versionId', () => '1'),
  ),
  define(
    'T30',
    'GetFunction',
    'returns the unpublished function for an alias',
    ['alias-reads-as-its-version'],
    ignoreQualifier('GetFunction', /\.fct[^/]*/),
  ),
  define(
    'T30',
    'GetFunctionCode',
    'returns the unpublished function for an alias',
    ['alias-reads-as-its-version'],
    ignoreQualifier('GetFunctionCode', /\.fct[^/]*/),
  ),
  define(
    'T31',
    'CreateAlias',
    'accepts a missing version',
    ['missing-version-is-rejected'],
    useNewestVersion('CreateAlias'),
  ),
  define(
    'T31',
    'UpdateAlias',
    'accepts a missing version',
    ['missing-version-is-rejected'],
    useNewestVersion('UpdateAlias'),
  ),
  define(
    'T33',
    'GetFunction',
    'returns the unpublished function for a version',
    ['version-reads-as-published'],
    ignoreQualifier('GetFunction', /\.\d+/),
    { alsoNamed: ['PublishVersion'] },
  ),
  define(
    'T33',
    'ListFunctions',
    'lists the unpublished functions for a version',
    ['version-reads-as-published'],
    ignoreQualifier('ListFunctions', /\.\d+/),
    { alsoNamed: ['PublishVersion'] },
  ),
  define(
    'T33',
    'PublishVersion',
    'loses functions that are deleted later',
    ['version-keeps-function-deleted-later'],
    deleteFromVersions(),
  ),
  define(
    'T34',
    'PublishVersion',
    'reuses the id of a deleted version',
    ['version-ids-are-never-reused'],
    reuseVersionId(),
  ),
]

/** Removes the qualifier from the path. */
function ignoreQualifier(operation: string, qualifier: RegExp): Wrap {
  return editRequest(operation, ({ path }) => ({ path: path.replace(qualifier, '') }))
}

/** If the version is missing, uses the newest version instead. */
function useNewestVersion(operation: string): Wrap {
  return intercept(operation, async ({ path, request }, { forward, send }) => {
    const response = await forward()
    if (response.status !== 404 || readObject(response)?.ErrorCode !== 'VersionNotFound') return response
    const [newest] = await readList(send, `${toServicePath(path)}/versions`)
    const { versionId } = newest ?? {}
    return await forward({ body: { ...readObject(request), versionId, versionID: versionId } })
  })
}

/** Deleting a function also deletes it from all versions. */
function deleteFromVersions(): Wrap {
  return (server) => {
    const gone = new Set<string>()
    const remember = editSuccess('DeleteFunction', (_, { names }) => {
      gone.add(`${names.serviceName}/${names.functionName}`)
    })
    const recall = editSuccess('GetFunction', (response, { names }) => {
      if (names.qualifier !== undefined && gone.has(`${names.serviceName}/${names.functionName}`)) {
        dropHeader(response, 'etag')
        setError(response, 'FunctionNotFound')
      }
    })
    return recall(remember(server))
  }
}

/** Reuses the id of the version that was deleted last. */
function reuseVersionId(): Wrap {
  return (server) => {
    const deleted = new Map<string, string>()
    const remember = editSuccess('DeleteVersion', (_, { names }) => {
      deleted.set(names.serviceName ?? '', names.versionId ?? '')
    })
    const reuse = editObject('PublishVersion', (body, { names }) => {
      const id = deleted.get(names.serviceName ?? '')
      if (id !== undefined) body.versionId = id
    })
    return reuse(remember(server))
  }
}
