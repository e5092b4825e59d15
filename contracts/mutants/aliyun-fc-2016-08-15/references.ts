import { headerOf, type Row, readRow, toRow } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { entries, instead, refusal, refuse, row, sending, success, taking } from './edits.ts'
import { deleteAll } from './resources.ts'

/** Section 4: what aliases and triggers keep, and what they leave alone. */
export const referenceMutants: readonly Mutant[] = [
  define(
    'T26',
    'CreateAlias',
    'refuses a second one of a name and moves the first',
    ['duplicate-create-keeps-version-of-first'],
    refusal('CreateAlias', 409, async (_, { path, request }, { ask }) => {
      const { aliasName, ...changes } = readRow(request) ?? {}
      await ask('PUT', `${path}/${String(aliasName)}`, changes)
    }),
  ),
  define('T25', 'CreateAlias', 'reserves the name that it refuses', ['rejected-name-stays-available'], reserving()),
  define(
    'T26',
    'UpdateAlias',
    'refuses the version and changes the description',
    ['missing-version-changes-nothing'],
    refusal('UpdateAlias', 404, async (_, { path, request }, { ask }) => {
      const { description } = readRow(request) ?? {}
      if (description !== undefined) await ask('PUT', path, { description })
    }),
    { as: 'text' },
  ),
  define('T09', 'UpdateAlias', 'adds weights to those that are there', ['update-replaces-weights'], addingWeights(), {
    as: 'weights',
  }),
  define(
    'T18',
    'UpdateAlias',
    'writes its description into the version',
    ['alias-change-keeps-version'],
    describingVersions(),
    { as: 'version' },
  ),
  define(
    'T04',
    'CreateTrigger',
    'makes texts of the numbers in settings',
    ['trigger-config-is-stored-exactly'],
    sending('CreateTrigger', 'triggerConfig', (settings) =>
      mapSettings(settings, (value) => (typeof value === 'number' ? String(value) : value)),
    ),
    { as: 'numbers' },
  ),
  define(
    'T04',
    'UpdateTrigger',
    'leaves out what is empty or false in settings',
    ['trigger-config-is-stored-exactly'],
    sending('UpdateTrigger', 'triggerConfig', (settings) =>
      mapSettings(settings, (value) => (value === '' || value === false ? undefined : value)),
    ),
    { as: 'empty' },
  ),
  define(
    'T09',
    'UpdateTrigger',
    'does not hear the qualifier beside settings',
    ['several-fields-can-be-changed'],
    taking('UpdateTrigger', ({ qualifier, ...body }) => ('triggerConfig' in body ? body : { ...body, qualifier })),
    { as: 'qualifier' },
  ),
  define('T14', 'UpdateTrigger', 'changes the source', ['update-keeps-source-and-type'], movingSource(), {
    as: 'source',
  }),
  define(
    'T18',
    'UpdateFunction',
    'deletes the triggers with the code',
    ['update-keeps-triggers'],
    success('UpdateFunction', async (_, { path, request }, { ask }) => {
      if ('code' in (readRow(request) ?? {})) await deleteAll(ask, `${path}/triggers`)
    }),
    { as: 'triggers' },
  ),
  define(
    'C02',
    'DeleteTrigger',
    'takes the ETag of the function',
    ['etag-of-parent-is-rejected'],
    instead('DeleteTrigger', async ({ path, request }, { forward, ask }) => {
      const parent = await ask('GET', path.replace(/\/triggers\/.*/, ''))
      const isParents = headerOf(request, 'if-match') === headerOf(parent, 'etag')
      return await forward(isParents ? { headers: { 'if-match': undefined } } : {})
    }),
    { as: 'parent' },
  ),
]

/** A name is taken as soon as it is asked for. */
function reserving(): Wrap {
  return fresh(() => {
    const asked = new Set<string>()
    return instead('CreateAlias', async ({ path, request }, { forward, ask }) => {
      const key = `${path}/${String(readRow(request)?.aliasName)}`
      const response = await forward()
      if (response.status === 404) asked.add(key)
      if (response.status !== 200 || !asked.has(key)) return response
      await ask('DELETE', key)
      refuse(response, 'AliasAlreadyExists')
      return response
    })
  })
}

function addingWeights(): Wrap {
  return instead('UpdateAlias', async ({ path, request }, { forward, ask }) => {
    const body = readRow(request)
    const weights = toRow(body?.additionalVersionWeight)
    const before = toRow(readRow(await ask('GET', path))?.additionalVersionWeight)
    return await forward(weights ? { body: { ...body, additionalVersionWeight: { ...before, ...weights } } } : {})
  })
}

function describingVersions(): Wrap {
  return (server) => {
    const texts = new Map<string, unknown>()
    const remember = row('UpdateAlias', ({ versionId, description }, { names }) => {
      texts.set(`${names.serviceName}/${String(versionId)}`, description)
    })
    const recall = entries('ListVersions', (entry, { names }) => {
      const key = `${names.serviceName}/${String(entry.versionId)}`
      if (texts.has(key)) entry.description = texts.get(key)
    })
    return recall(remember(server))
  }
}

function movingSource(): Wrap {
  return (server) => {
    const sources = new Map<string, unknown>()
    const remember = success('UpdateTrigger', (_, { path, request }) => {
      const { sourceArn } = readRow(request) ?? {}
      if (sourceArn !== undefined) sources.set(path, sourceArn)
    })
    const recall = row('GetTrigger', (body, { path }) => {
      if (sources.has(path)) body.sourceArn = sources.get(path)
    })
    return recall(remember(server))
  }
}

/** Changes every value in settings, inner ones too. */
function mapSettings(settings: unknown, change: (value: unknown) => unknown): Row | undefined {
  return toRow(JSON.parse(JSON.stringify(settings), (_, value) => change(value)))
}
