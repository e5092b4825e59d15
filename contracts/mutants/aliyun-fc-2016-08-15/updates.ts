import { type Row, readRow } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { returning, before, dropFields, filling, editRequest, refusal, replaceText, row, success } from './edits.ts'
import { nameOf, readList, someFunction, toListPath, toNaming } from './resources.ts'

/** Section 4: what an update changes, and what it must leave alone. */
export const updateMutants: readonly Mutant[] = [
  define(
    'T04',
    'UpdateService',
    'trims the description',
    ['text-is-stored-exactly'],
    replaceText('UpdateService', 'description', (text) => text.trim()),
  ),
  define(
    'T09',
    'UpdateService',
    'does nothing',
    ['update-changes-only-description'],
    before('UpdateService', () => ({ body: {} })),
  ),
  define(
    'T09',
    'UpdateTrigger',
    'does nothing',
    ['update-changes-only-invocationRole'],
    before('UpdateTrigger', () => ({ body: {} })),
  ),
  define(
    'T09',
    'UpdateAlias',
    'does not move the alias',
    ['update-moves-alias-to-other-version'],
    dropFields('UpdateAlias', 'versionId', 'versionID'),
  ),
  define(
    'T12',
    'UpdateFunction',
    'resets what it does not name',
    ['update-changes-only-timeout'],
    filling('UpdateFunction', { description: '', memorySize: 128 }),
  ),
  define(
    'T12',
    'UpdateAlias',
    'resets what it does not name',
    ['update-moves-alias-to-other-version'],
    filling('UpdateAlias', { description: '' }),
  ),
  define(
    'T12',
    'UpdateService',
    'resets what it does not name',
    ['update-changes-only-description'],
    filling('UpdateService', { internetAccess: true }),
  ),
  define(
    'T14',
    'UpdateTrigger',
    'moves the time of creation',
    ['update-keeps-id-name-and-creation-time'],
    moved('UpdateTrigger', 'GetTrigger', 'createdTime', '2001-05-06T07:08:09.000+0000'),
  ),
  define(
    'T14',
    'UpdateService',
    'gives a new id',
    ['update-keeps-id-name-and-creation-time'],
    moved('UpdateService', 'GetService', 'serviceId', 'another'),
  ),
  define(
    'T15',
    'UpdateFunction',
    'never moves the time of the last change',
    ['later-update-advances-last-modified-time'],
    row(['UpdateFunction', 'GetFunction'], (body) => {
      body.lastModifiedTime = body.createdTime
    }),
  ),
  define(
    'T15',
    'UpdateService',
    'sets the time of the last change back',
    ['update-changes-last-modified-time'],
    returning('UpdateService', 'lastModifiedTime', () => '2001-05-06T07:08:09.000+0000'),
  ),
  define(
    'T17',
    'UpdateService',
    'creates what is not there',
    ['update-does-not-create'],
    upserting('UpdateService', {}),
  ),
  define(
    'T17',
    'UpdateTrigger',
    'creates what is not there',
    ['update-does-not-create'],
    upserting('UpdateTrigger', {
      triggerType: 'oss',
      sourceArn: 'acs:oss:cn-hangzhou:1:b',
      invocationRole: 'acs:ram::1:role/a',
      triggerConfig: {},
    }),
  ),
  define(
    'T17',
    'UpdateFunction',
    'creates what is not there',
    ['update-does-not-create'],
    upserting('UpdateFunction', someFunction),
  ),
  define(
    'T18',
    'UpdateFunction',
    'changes its neighbours, too',
    ['other-resources-are-unchanged'],
    spreading('UpdateFunction'),
  ),
  define(
    'T18',
    'UpdateTrigger',
    'changes its neighbours, too',
    ['other-resources-are-unchanged'],
    spreading('UpdateTrigger'),
  ),
  define(
    'T18',
    'UpdateAlias',
    'changes its neighbours, too',
    ['other-resources-are-unchanged'],
    spreading('UpdateAlias'),
  ),
  define(
    'T26',
    'UpdateFunction',
    'refuses and changes all the same',
    [/rejects-|-rejected$/],
    sideEffect('UpdateFunction', { description: 'changed' }),
  ),
  define(
    'T26',
    'UpdateService',
    'refuses and changes all the same',
    [/rejects-|-rejected$/],
    sideEffect('UpdateService', { description: 'changed' }),
  ),
  define(
    'T26',
    'UpdateAlias',
    'refuses and changes all the same',
    [/rejects-|-rejected$/],
    sideEffect('UpdateAlias', { description: 'changed' }),
  ),
  define(
    'V31',
    'UpdateFunction',
    'takes the id from the request',
    ['update-keeps-id-name-and-creation-time'],
    massAssigned('UpdateFunction', 'GetFunction', 'functionId'),
  ),
  define(
    'V31',
    'UpdateService',
    'takes the time of creation from the request',
    ['update-keeps-id-name-and-creation-time'],
    massAssigned('UpdateService', 'GetService', 'createdTime'),
  ),
]

/** After an update, a field has another value for good. */
function moved(update: string, read: string, field: string, value: string): Wrap {
  return keptBy(update, read, field, () => value)
}

/** What an update names is what every later read returns. */
function massAssigned(update: string, read: string, field: string): Wrap {
  return keptBy(update, read, field, (sent) => sent[field])
}

/** After an update, a field has the value that is made of its body, unless nothing is. */
function keptBy(update: string, read: string, field: string, toValue: (sent: Row) => unknown): Wrap {
  return fresh(() => {
    const kept = new Map<string, unknown>()
    return row([update, read], (body, { operation, path, request }) => {
      const value = operation?.id === update ? toValue(readRow(request) ?? {}) : undefined
      if (value !== undefined) kept.set(path, value)
      if (kept.has(path)) body[field] = kept.get(path)
    })
  })
}

/** Creates what is not there, with these fields where it needs them. */
function upserting(operation: string, fields: Row): Wrap {
  return editRequest(operation, 404, ({ path, names, request }, ask) =>
    ask('POST', toListPath(path), { ...fields, ...readRow(request), ...toNaming(names) }),
  )
}

/** Changes all that is in the same list. */
function spreading(operation: string): Wrap {
  return success(operation, async (_, { path, request }, { ask }) => {
    const above = toListPath(path)
    for (const entry of await readList(ask, above)) await ask('PUT', `${above}/${nameOf(entry)}`, readRow(request))
  })
}

/** Changes something where it refuses. */
function sideEffect(operation: string, fields: Row): Wrap {
  return refusal(operation, 400, async (_, { path }, { ask }) => {
    await ask('PUT', path, fields)
  })
}
