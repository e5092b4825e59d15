import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { type JsonObject, readObject } from '../response.ts'
import {
  addRequestDefaults,
  dropRequestFields,
  editErrors,
  editObject,
  editRequest,
  editSuccess,
  fixAndRetry,
  mapRequestText,
  mapResponseField,
} from './edits.ts'
import { functionDefaults, nameOf, readList, toListPath, toNameField } from './resources.ts'

/** Section 4 of the catalogue: updates. */
export const updateMutants: readonly Mutant[] = [
  define(
    'T04',
    'UpdateService',
    'removes white space around the description',
    ['text-is-stored-exactly'],
    mapRequestText('UpdateService', 'description', (text) => text.trim()),
  ),
  define(
    'T09',
    'UpdateService',
    'returns success and changes nothing',
    ['update-changes-only-description'],
    editRequest('UpdateService', () => ({ body: {} })),
  ),
  define(
    'T09',
    'UpdateTrigger',
    'returns success and changes nothing',
    ['update-changes-only-invocationRole'],
    editRequest('UpdateTrigger', () => ({ body: {} })),
  ),
  define(
    'T09',
    'UpdateAlias',
    'does not change the version of the alias',
    ['update-moves-alias-to-other-version'],
    dropRequestFields('UpdateAlias', 'versionId', 'versionID'),
  ),
  define(
    'T12',
    'UpdateFunction',
    'resets fields that are absent from the request',
    ['update-changes-only-timeout'],
    addRequestDefaults('UpdateFunction', { description: '', memorySize: 128 }),
  ),
  define(
    'T12',
    'UpdateAlias',
    'resets fields that are absent from the request',
    ['update-moves-alias-to-other-version'],
    addRequestDefaults('UpdateAlias', { description: '' }),
  ),
  define(
    'T12',
    'UpdateService',
    'resets fields that are absent from the request',
    ['update-changes-only-description'],
    addRequestDefaults('UpdateService', { internetAccess: true }),
  ),
  define(
    'T14',
    'UpdateTrigger',
    'changes the time of creation',
    ['update-keeps-id-name-and-creation-time'],
    setFieldForGood('UpdateTrigger', 'GetTrigger', 'createdTime', '2001-05-06T07:08:09.000+0000'),
  ),
  define(
    'T14',
    'UpdateService',
    'changes the id',
    ['update-keeps-id-name-and-creation-time'],
    setFieldForGood('UpdateService', 'GetService', 'serviceId', 'another'),
  ),
  define(
    'T15',
    'UpdateFunction',
    'never changes lastModifiedTime',
    ['later-update-advances-last-modified-time'],
    editObject(['UpdateFunction', 'GetFunction'], (body) => {
      body.lastModifiedTime = body.createdTime
    }),
  ),
  define(
    'T15',
    'UpdateService',
    'sets lastModifiedTime to an earlier time',
    ['update-changes-last-modified-time'],
    mapResponseField('UpdateService', 'lastModifiedTime', () => '2001-05-06T07:08:09.000+0000'),
  ),
  define(
    'T17',
    'UpdateService',
    'creates a missing resource',
    ['update-does-not-create'],
    createIfMissing('UpdateService', {}),
  ),
  define(
    'T17',
    'UpdateTrigger',
    'creates a missing resource',
    ['update-does-not-create'],
    createIfMissing('UpdateTrigger', {
      triggerType: 'oss',
      sourceArn: 'acs:oss:cn-hangzhou:1:b',
      invocationRole: 'acs:ram::1:role/a',
      triggerConfig: {},
    }),
  ),
  define(
    'T17',
    'UpdateFunction',
    'creates a missing resource',
    ['update-does-not-create'],
    createIfMissing('UpdateFunction', functionDefaults),
  ),
  define(
    'T18',
    'UpdateFunction',
    'changes sibling resources',
    ['other-resources-are-unchanged'],
    updateSiblings('UpdateFunction'),
  ),
  define(
    'T18',
    'UpdateTrigger',
    'changes sibling resources',
    ['other-resources-are-unchanged'],
    updateSiblings('UpdateTrigger'),
  ),
  define(
    'T18',
    'UpdateAlias',
    'changes sibling resources',
    ['other-resources-are-unchanged'],
    updateSiblings('UpdateAlias'),
  ),
  define(
    'T26',
    'UpdateFunction',
    'returns an error and changes the resource',
    [/rejects-|-rejected$/],
    updateOnError('UpdateFunction', { description: 'changed' }),
  ),
  define(
    'T26',
    'UpdateService',
    'returns an error and changes the resource',
    [/rejects-|-rejected$/],
    updateOnError('UpdateService', { description: 'changed' }),
  ),
  define(
    'T26',
    'UpdateAlias',
    'returns an error and changes the resource',
    [/rejects-|-rejected$/],
    updateOnError('UpdateAlias', { description: 'changed' }),
  ),
  define(
    'V31',
    'UpdateFunction',
    'accepts the id from the request',
    ['update-keeps-id-name-and-creation-time'],
    storeSentField('UpdateFunction', 'GetFunction', 'functionId'),
  ),
  define(
    'V31',
    'UpdateService',
    'accepts createdTime from the request',
    ['update-keeps-id-name-and-creation-time'],
    storeSentField('UpdateService', 'GetService', 'createdTime'),
  ),
]

/** Sets a field to another value after an update. Later reads return that value. */
function setFieldForGood(update: string, read: string, field: string, value: string): Wrap {
  return keepField(update, read, field, () => value)
}

/** Stores a field of the update request that the server must not accept. Later reads return it. */
function storeSentField(update: string, read: string, field: string): Wrap {
  return keepField(update, read, field, (sent) => sent[field])
}

/** Sets a field to the value that `toValue` derives from the update request. Undefined changes nothing. */
function keepField(update: string, read: string, field: string, toValue: (sent: JsonObject) => unknown): Wrap {
  return perServer(() => {
    const kept = new Map<string, unknown>()
    return editObject([update, read], (body, { operation, path, request }) => {
      const value = operation?.id === update ? toValue(readObject(request) ?? {}) : undefined
      if (value !== undefined) kept.set(path, value)
      if (kept.has(path)) body[field] = kept.get(path)
    })
  })
}

/** Creates a missing resource from the update request and these defaults. */
function createIfMissing(operation: string, fields: JsonObject): Wrap {
  return fixAndRetry(operation, 404, ({ path, names, request }, send) =>
    send('POST', toListPath(path), { ...fields, ...readObject(request), ...toNameField(names) }),
  )
}

/** Applies the update to every resource in the same list. */
function updateSiblings(operation: string): Wrap {
  return editSuccess(operation, async (_, { path, request }, { send }) => {
    const above = toListPath(path)
    for (const entry of await readList(send, above)) await send('PUT', `${above}/${nameOf(entry)}`, readObject(request))
  })
}

/** Changes fields of the resource although the response is an error. */
function updateOnError(operation: string, fields: JsonObject): Wrap {
  return editErrors(operation, 400, async (_, { path }, { send }) => {
    await send('PUT', path, fields)
  })
}
