import { dropHeader, readRow } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { returning, before, instead, refuse, row, success } from './edits.ts'
import { readList, toServicePath } from './resources.ts'

/** Section 4: versions, and the aliases that stand for them. */
export const versionMutants: readonly Mutant[] = [
  define(
    'T16',
    'PublishVersion',
    'gives one number to all',
    ['version-ids-are-unique'],
    returning('PublishVersion', 'versionId', () => '1'),
  ),
  define(
    'T30',
    'GetFunction',
    'reads an alias as the unpublished state',
    ['alias-reads-as-its-version'],
    unqualified('GetFunction', /\.fct[^/]*/),
  ),
  define(
    'T30',
    'GetFunctionCode',
    'reads an alias as the unpublished state',
    ['alias-reads-as-its-version'],
    unqualified('GetFunctionCode', /\.fct[^/]*/),
  ),
  define(
    'T31',
    'CreateAlias',
    'does not look for the version',
    ['missing-version-is-rejected'],
    withAnyVersion('CreateAlias'),
  ),
  define(
    'T31',
    'UpdateAlias',
    'does not look for the version',
    ['missing-version-is-rejected'],
    withAnyVersion('UpdateAlias'),
  ),
  define(
    'T33',
    'GetFunction',
    'reads a version as the unpublished state',
    ['version-reads-as-published'],
    unqualified('GetFunction', /\.\d+/),
    { alsoNamed: ['PublishVersion'] },
  ),
  define(
    'T33',
    'ListFunctions',
    'lists a version as the unpublished state',
    ['version-reads-as-published'],
    unqualified('ListFunctions', /\.\d+/),
    { alsoNamed: ['PublishVersion'] },
  ),
  define(
    'T33',
    'PublishVersion',
    'loses the functions that are deleted later',
    ['version-keeps-function-deleted-later'],
    losing(),
  ),
  define(
    'T34',
    'PublishVersion',
    'gives the number of a deleted version again',
    ['version-ids-are-never-reused'],
    reusing(),
  ),
]

/** Leaves the qualifier out of a path. */
function unqualified(operation: string, qualifier: RegExp): Wrap {
  return before(operation, ({ path }) => ({ path: path.replace(qualifier, '') }))
}

/** Where the version is not there, the newest takes its place, and the response says otherwise. */
function withAnyVersion(operation: string): Wrap {
  return instead(operation, async ({ path, request }, { forward, ask }) => {
    const response = await forward()
    if (response.status !== 404 || readRow(response)?.ErrorCode !== 'VersionNotFound') return response
    const [newest] = await readList(ask, `${toServicePath(path)}/versions`)
    const { versionId } = newest ?? {}
    return await forward({ body: { ...readRow(request), versionId, versionID: versionId } })
  })
}

/** Functions are deleted in every version, too. */
function losing(): Wrap {
  return (server) => {
    const gone = new Set<string>()
    const remember = success('DeleteFunction', (_, { names }) => {
      gone.add(`${names.serviceName}/${names.functionName}`)
    })
    const recall = success('GetFunction', (response, { names }) => {
      if (names.qualifier !== undefined && gone.has(`${names.serviceName}/${names.functionName}`)) {
        dropHeader(response, 'etag')
        refuse(response, 'FunctionNotFound')
      }
    })
    return recall(remember(server))
  }
}

/** The number of the version that was deleted last is given again. */
function reusing(): Wrap {
  return (server) => {
    const deleted = new Map<string, string>()
    const remember = success('DeleteVersion', (_, { names }) => {
      deleted.set(names.serviceName ?? '', names.versionId ?? '')
    })
    const reuse = row('PublishVersion', (body, { names }) => {
      const id = deleted.get(names.serviceName ?? '')
      if (id !== undefined) body.versionId = id
    })
    return reuse(remember(server))
  }
}
