import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { headerOf, type JsonObject, readObject, toObject } from '../response.ts'
import {
  editEntries,
  editErrors,
  editObject,
  editSuccess,
  intercept,
  mapRequestBody,
  mapRequestField,
  setError,
} from './edits.ts'
import { deleteAll } from './resources.ts'

/** Section 4 of the catalogue: aliases, triggers and the resources that they refer to. */
export const referenceMutants: readonly Mutant[] = [
  define(
    'T26',
    'CreateAlias',
    'rejects a duplicate and changes the version of the first',
    ['duplicate-create-keeps-version-of-first'],
    editErrors('CreateAlias', 409, async (_, { path, request }, { send }) => {
      const { aliasName, ...changes } = readObject(request) ?? {}
      await send('PUT', `${path}/${String(aliasName)}`, changes)
    }),
  ),
  define(
    'T25',
    'CreateAlias',
    'reserves the name of a rejected alias',
    ['rejected-name-stays-available'],
    reserveRejectedName(),
  ),
  define(
    'T26',
    'UpdateAlias',
    'rejects the version and changes the description',
    ['missing-version-changes-nothing'],
    editErrors('UpdateAlias', 404, async (_, { path, request }, { send }) => {
      const { description } = readObject(request) ?? {}
      if (description !== undefined) await send('PUT', path, { description })
    }),
    { as: 'description' },
  ),
  define('T09', 'UpdateAlias', 'adds weights instead of replacing them', ['update-replaces-weights'], mergeWeights(), {
    as: 'weights',
  }),
  define(
    'T18',
    'UpdateAlias',
    'copies its description to the version',
    ['alias-change-keeps-version'],
    copyDescriptionToVersion(),
    { as: 'version' },
  ),
  define(
    'T04',
    'CreateTrigger',
    'converts numbers in triggerConfig to strings',
    ['trigger-config-is-stored-exactly'],
    mapRequestField('CreateTrigger', 'triggerConfig', (settings) =>
      mapSettings(settings, (value) => (typeof value === 'number' ? String(value) : value)),
    ),
    { as: 'numbers' },
  ),
  define(
    'T04',
    'UpdateTrigger',
    'drops empty and false values in triggerConfig',
    ['trigger-config-is-stored-exactly'],
    mapRequestField('UpdateTrigger', 'triggerConfig', (settings) =>
      mapSettings(settings, (value) => (value === '' || value === false ? undefined : value)),
    ),
    { as: 'empty-values' },
  ),
  define(
    'T09',
    'UpdateTrigger',
    'ignores the qualifier if triggerConfig is present',
    ['several-fields-can-be-changed'],
    mapRequestBody('UpdateTrigger', ({ qualifier, ...body }) =>
      'triggerConfig' in body ? body : { ...body, qualifier },
    ),
    { as: 'qualifier' },
  ),
  define(
    'T14',
    'UpdateTrigger',
    'changes the source of the trigger',
    ['update-keeps-source-and-type'],
    replaceSource(),
    {
      as: 'source',
    },
  ),
  define(
    'T18',
    'UpdateFunction',
    'deletes the triggers when the code changes',
    ['update-keeps-triggers'],
    editSuccess('UpdateFunction', async (_, { path, request }, { send }) => {
      if ('code' in (readObject(request) ?? {})) await deleteAll(send, `${path}/triggers`)
    }),
    { as: 'triggers' },
  ),
  define(
    'C02',
    'DeleteTrigger',
    'accepts the ETag of the function',
    ['etag-of-parent-is-rejected'],
    intercept('DeleteTrigger', async ({ path, request }, { forward, send }) => {
      const parent = await send('GET', path.replace(/\/triggers\/.*/, ''))
      const isParents = headerOf(request, 'if-match') === headerOf(parent, 'etag')
      return await forward(isParents ? { headers: { 'if-match': undefined } } : {})
    }),
    { as: 'parent' },
  ),
]

/** Reserves a name when a create fails with 404. A later create of that name is rejected as a duplicate. */
function reserveRejectedName(): Wrap {
  return perServer(() => {
    const reserved = new Set<string>()
    return intercept('CreateAlias', async ({ path, request }, { forward, send }) => {
      const key = `${path}/${String(readObject(request)?.aliasName)}`
      const response = await forward()
      if (response.status === 404) reserved.add(key)
      if (response.status !== 200 || !reserved.has(key)) return response
      await send('DELETE', key)
      setError(response, 'AliasAlreadyExists')
      return response
    })
  })
}

function mergeWeights(): Wrap {
  return intercept('UpdateAlias', async ({ path, request }, { forward, send }) => {
    const body = readObject(request)
    const weights = toObject(body?.additionalVersionWeight)
    const before = toObject(readObject(await send('GET', path))?.additionalVersionWeight)
    return await forward(weights ? { body: { ...body, additionalVersionWeight: { ...before, ...weights } } } : {})
  })
}

function copyDescriptionToVersion(): Wrap {
  return (server) => {
    const texts = new Map<string, unknown>()
    const remember = editObject('UpdateAlias', ({ versionId, description }, { names }) => {
      texts.set(`${names.serviceName}/${String(versionId)}`, description)
    })
    const recall = editEntries('ListVersions', (entry, { names }) => {
      const key = `${names.serviceName}/${String(entry.versionId)}`
      if (texts.has(key)) entry.description = texts.get(key)
    })
    return recall(remember(server))
  }
}

function replaceSource(): Wrap {
  return (server) => {
    const sources = new Map<string, unknown>()
    const remember = editSuccess('UpdateTrigger', (_, { path, request }) => {
      const { sourceArn } = readObject(request) ?? {}
      if (sourceArn !== undefined) sources.set(path, sourceArn)
    })
    const recall = editObject('GetTrigger', (body, { path }) => {
      if (sources.has(path)) body.sourceArn = sources.get(path)
    })
    return recall(remember(server))
  }
}

/** Maps every value in a trigger configuration, including nested values. */
function mapSettings(settings: unknown, change: (value: unknown) => unknown): JsonObject | undefined {
  return toObject(JSON.parse(JSON.stringify(settings), (_, value) => change(value)))
}
