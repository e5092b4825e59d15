import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toTolerances } from '../checks/tolerances.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'

/** An error code of the API. */
type Code = keyof (typeof api)['errors']

const generic = toTolerances(api)

/** Tolerances that checks of this API share with the generic checks. */
export const crudTolerances = {
  ...generic,
  // Nine operations have If-Match, and the source does not state the error for the ETag of another state.
  wrongTag: {
    ...generic.wrongTag,
    codes: ['PreconditionFailed', 'ConcurrentUpdateError', 'InvalidArgument'],
    quirk: 'A23',
  },
  // The source shows ETags without quotation marks, but HTTP requires them.
  quotedTag: { ...generic.quotedTag, codes: ['PreconditionFailed', 'ConcurrentUpdateError', 'InvalidArgument'] },
  // The source states no minimum.
  limitBelowOne: { ...generic.limitBelowOne, quirk: 'A30' },
  // The source states that the API consumes JSON, but no error for other media types.
  mediaType: { ...generic.mediaType, codes: ['InvalidArgument', 'MissingRequiredHeader'] },
}

/** Implementation-defined behaviour of FC 2016-08-15: the source states no response, or more than one. */
export const tolerances = {
  /** A29: the source states the default only. */
  unknownDirection: { about: 'an unknown direction', codes: ['InvalidArgument'], succeeds: true },
  forwardDirection: { about: 'the direction FORWARD', codes: ['InvalidArgument'], succeeds: true },
  /** The source lists both codes and does not state which text is a version and which an alias. */
  missingQualifier: {
    about: 'a qualifier that is neither a version nor an alias',
    codes: ['VersionNotFound', 'AliasNotFound'],
  },
  /** An id is an opaque string. Another form of the same number is another id, or invalid. */
  otherFormOfVersion: {
    about: 'the number of a version with a leading zero',
    codes: ['VersionNotFound', 'AliasNotFound', 'InvalidArgument'],
  },
  /** DeleteAlias, UpdateAlias and DeleteVersion list the code of the child only. */
  missingParentOfVersion: {
    about: 'a version of a service that does not exist',
    codes: ['VersionNotFound', 'ServiceNotFound'],
  },
  missingParentOfAlias: {
    about: 'an alias of a service that does not exist',
    codes: ['AliasNotFound', 'ServiceNotFound'],
  },
  /** W6: the source mentions functions only. */
  serviceWithVersions: {
    about: 'deleting a service with versions',
    codes: ['ServiceNotEmpty'],
    succeeds: true,
    documented: { codes: [] },
  },
  /** A12: the table requires the fields, but the text states that some triggers do not need them. */
  triggerWithoutSource: {
    about: 'a trigger without sourceArn and invocationRole',
    codes: ['InvalidArgument'],
    succeeds: true,
    documented: { succeeds: false },
  },
  /** The source states that the type determines the form of the settings, but describes no form. */
  settings: { about: 'the settings of a trigger of the type', codes: ['InvalidArgument'], succeeds: true },
  /** The code is listed, but the source does not state whether it applies to the versions of weights. */
  weightOfMissingVersion: {
    about: 'a weight for a version that does not exist',
    codes: ['VersionNotFound', 'InvalidArgument'],
    succeeds: true,
  },
  /** The range of weights is observed, so only the profile `documented` accepts the error. */
  weightAtBound: { about: 'a weight of 0 or 1', codes: ['InvalidArgument'], succeeds: true },
  /** The source has a map, and does not state how many versions the map may contain. */
  severalWeights: { about: 'weights of several versions', codes: ['InvalidArgument'], succeeds: true },
  /** A4: the source has versionID, clients send versionId. */
  formOfVersion: {
    about: 'the field name versionId or versionID in a request',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  /** A6: the table of an alias has an object, the example response a string. */
  objectDescription: {
    about: 'the description of an alias as an object',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  /** A7: the table has a map, the example a string. */
  weightsInText: { about: 'the weights of an alias as a string', codes: ['InvalidArgument'], succeeds: true },
  /** A9: the table has a string, but every client sends an object. */
  versionOfText: { about: 'PublishVersion with a string', codes: ['InvalidArgument'], succeeds: true },
  /** A16: the source requires the version, but a common client omits it. */
  updateWithoutVersion: {
    about: 'an update of an alias without a version',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  /** The source lists the code without a cause; real servers reject a version without changes. */
  unchangedVersion: { about: 'a version without changes', codes: ['VersionPublishError'], succeeds: true },
  concurrentVersions: {
    about: 'two versions published at once',
    codes: ['VersionPublishError', 'ConcurrentUpdateError'],
    succeeds: true,
  },
  /** A9: the table has a string that may be absent. */
  versionWithoutBody: {
    about: 'PublishVersion without a body',
    codes: ['InvalidArgument'],
    succeeds: true,
    documented: { codes: [] },
  },
  /** A25: the source lists no 400 for InvokeFunction. */
  unknownInvocationType: {
    about: 'an unknown invocation type',
    codes: ['InvalidArgument', 'MissingRequiredHeader'],
    succeeds: true,
  },
  /** W8: the source requires the body. A25: the source lists no 400 for InvokeFunction. */
  emptyEvent: { about: 'an invocation without an event', codes: ['InvalidArgument'], succeeds: true },
  /** No source states the response. */
  deletionOfNamedVersion: {
    about: 'deleting a version that an alias points to',
    codes: ['ConcurrentUpdateError', 'InvalidArgument'],
    succeeds: true,
  },
} as const satisfies Record<string, Tolerance & { readonly codes: readonly Code[] }>
