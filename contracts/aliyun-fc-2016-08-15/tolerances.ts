import type { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'

/** A code that the catalogue has. */
type Code = keyof (typeof aliyunFc20160815)['errors']

/** Where the page says that something is refused, or nothing at all, but not how. */
export const tolerances = {
  /** A23: nine operations take If-Match and none says what a tag of another state leads to. */
  wrongTag: {
    about: 'If-Match with a tag of another state',
    codes: ['PreconditionFailed', 'ConcurrentUpdateError', 'InvalidArgument'],
  },
  /** The pages give tags without quotes, HTTP with them. */
  quotedTag: {
    about: 'If-Match with the tag in quotation marks',
    codes: ['PreconditionFailed', 'ConcurrentUpdateError', 'InvalidArgument'],
    succeeds: true,
  },
  /** A30: the page states no smallest limit. */
  limitBelowOne: { about: 'a limit below 1', codes: ['InvalidArgument'], succeeds: true },
  /** A29: the page names the default alone. */
  unknownDirection: { about: 'a direction that no one knows', codes: ['InvalidArgument'], succeeds: true },
  forwardDirection: { about: 'the direction FORWARD', codes: ['InvalidArgument'], succeeds: true },
  /** The page lists both codes and does not say which text is a version and which an alias. */
  missingQualifier: {
    about: 'a qualifier that is neither a version nor an alias',
    codes: ['VersionNotFound', 'AliasNotFound'],
  },
  /** An id is an opaque text: another spelling of a number is no version, or no id at all. */
  otherFormOfVersion: {
    about: 'the number of a version with a zero before it',
    codes: ['VersionNotFound', 'AliasNotFound', 'InvalidArgument'],
  },
  /** DeleteAlias, UpdateAlias and DeleteVersion list only the child's code. */
  missingParentOfVersion: {
    about: 'a version of a service that does not exist',
    codes: ['VersionNotFound', 'ServiceNotFound'],
  },
  missingParentOfAlias: {
    about: 'an alias of a service that does not exist',
    codes: ['AliasNotFound', 'ServiceNotFound'],
  },
  /** W6: the page speaks of functions only. */
  serviceWithVersions: {
    about: 'deleting a service that has versions',
    codes: ['ServiceNotEmpty'],
    succeeds: true,
    documented: { codes: [] },
  },
  /** The order of checks is nowhere stated: a bad body for a resource that is not there. */
  badBodyForMissing: {
    about: 'a bad body for a resource that does not exist',
    codes: ['InvalidArgument', 'ServiceNotFound', 'FunctionNotFound', 'TriggerNotFound', 'AliasNotFound'],
  },
  /** W10: clients send null for every field that is not set. */
  nullField: { about: 'a field that is null in an update', codes: ['InvalidArgument'], succeeds: true },
  /** The page states no limits of a text. */
  emptyText: { about: 'an empty text in an update', codes: ['InvalidArgument'], succeeds: true },
  longText: { about: 'a text of 300 characters', codes: ['InvalidArgument'], succeeds: true },
  emptyUpdate: { about: 'an update that names no field', codes: ['InvalidArgument'], succeeds: true },
  /** Names and ids are no fields of an update. */
  fixedField: { about: 'an update that names a field it cannot change', codes: ['InvalidArgument'], succeeds: true },
  /** A12: required in the table, not needed by some triggers in the text. */
  triggerWithoutSource: {
    about: 'a trigger without sourceArn and invocationRole',
    codes: ['InvalidArgument'],
    succeeds: true,
    documented: { succeeds: false },
  },
  /** The page says that the type decides how they are read, and gives the form of none. */
  settings: { about: 'the settings of a trigger of the type', codes: ['InvalidArgument'], succeeds: true },
  /** The code is listed, and no page says whether it is meant of the weights' versions, too. */
  weightOfMissingVersion: {
    about: 'a weight for a version that does not exist',
    codes: ['VersionNotFound', 'InvalidArgument'],
    succeeds: true,
  },
  /** A4: the page spells versionID, clients versionId. */
  formOfVersion: {
    about: 'the spelling versionId or versionID in a request',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  /** A6: the page's table of an alias says so, and its response says a string. */
  objectDescription: {
    about: 'the description of an alias as an object',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  /** A7: a map in the table, a text in the example. */
  weightsInText: { about: 'the weights of an alias as a text', codes: ['InvalidArgument'], succeeds: true },
  /** A9: the table says a bare string; every client sends an object. */
  versionOfText: { about: 'PublishVersion with a bare string', codes: ['InvalidArgument'], succeeds: true },
  /** A16: the page requires it, and a client in wide use leaves it out. */
  updateWithoutVersion: {
    about: 'an update of an alias that names no version',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  /** The page lists the code and does not say what calls for it; real servers refuse a version that changes nothing. */
  unchangedVersion: { about: 'a version of what has not changed', codes: ['VersionPublishError'], succeeds: true },
  versionsAtOnce: {
    about: 'two versions published at once',
    codes: ['VersionPublishError', 'ConcurrentUpdateError'],
    succeeds: true,
  },
  /** A9: the table says a bare string, which may be left out. */
  versionWithoutBody: {
    about: 'PublishVersion without a body',
    codes: ['InvalidArgument'],
    succeeds: true,
    documented: { codes: [] },
  },
  /** A25: no 400 is listed for InvokeFunction. */
  unknownInvocationType: {
    about: 'an invocation type that no one knows',
    codes: ['InvalidArgument', 'MissingRequiredHeader'],
    succeeds: true,
  },
  /** W8: the body is required on the page; A25: no 400 is listed for InvokeFunction. */
  emptyEvent: { about: 'an invocation without an event', codes: ['InvalidArgument'], succeeds: true },
  /** No page says what becomes of it. */
  deletionOfNamedVersion: {
    about: 'deleting a version that an alias names',
    codes: ['ConcurrentUpdateError', 'InvalidArgument'],
    succeeds: true,
  },
  /** The page says that the API consumes JSON; clients send it under other names, too, and no refusal is stated. */
  otherMediaType: {
    about: 'JSON under another media type, or under none',
    codes: ['InvalidArgument', 'MissingRequiredHeader'],
    statuses: [415],
    succeeds: true,
  },
  unsupportedMethod: { about: 'a method that no operation has', codes: [], statuses: [400, 403, 404, 405, 501] },
  unknownPath: { about: 'a path that no operation has', codes: [], statuses: [400, 403, 404, 405] },
} as const satisfies Record<string, Tolerance & { readonly codes: readonly Code[] }>
