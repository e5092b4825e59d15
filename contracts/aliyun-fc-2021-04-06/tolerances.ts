import type { Tolerance } from '../core/assertions/tolerance.ts'
import { invalidDate, rules } from './rules.ts'

const invalid = rules.tolerances.malformedBody

/** Implementation-defined behaviour of FC 2021-04-06 that no generic check covers. */
export const tolerances = {
  /** B18: the table marks the body as not required. */
  updateWithoutBody: { ...invalid, about: 'UpdateFunction without a body' },
  /** B2: requests have InstanceConcurrency in the source, responses instanceConcurrency. */
  lowerCaseConcurrency: { ...invalid, about: 'the field name instanceConcurrency in an update' },
  /** X4: no source describes a code object with neither bytes nor a location. */
  emptyCode: { ...invalid, about: 'a code object without any field' },
  /** The source documents the header, but not the response to a wrong checksum. */
  wrongChecksum: { ...invalid, about: 'X-Fc-Code-Checksum of other code', undocumented: [400, 412] },
  /** B12: the source shows a date without the space that HTTP requires. */
  documentedDate: { ...invalid, about: 'X-Fc-Date in the documented format' },
  invalidDate,
  /** X5: clients send an optional object without its required fields in place of an absent one. */
  emptyObject: { ...invalid, about: 'an optional object without its required fields' },
  /** B24: settings that apply to custom runtimes only. */
  settingOfAnotherRuntime: { ...invalid, about: 'a port and probes with a runtime that is not custom' },
  /** FC-DEF lists the status 404. It does not state which text is a version and which an alias. */
  missingQualifier: {
    about: 'a qualifier that is neither a version nor an alias',
    codes: ['VersionNotFound', 'AliasNotFound'],
  },
  /** FC-DEF does not state what a service must not contain. */
  serviceWithVersions: { about: 'deleting a service with versions', codes: ['ServiceNotEmpty'], succeeds: true },
  /** FC-DEF lists the status 409 without a cause; real servers reject a version without changes. */
  unchangedVersion: { about: 'a version without changes', codes: ['VersionPublishError'], succeeds: true },
  /** An id is an opaque string. Another form of the same number is another id, or invalid. */
  otherFormOfVersion: {
    about: 'the number of a version with a leading zero',
    codes: ['VersionNotFound', 'AliasNotFound', 'InvalidArgument'],
  },
  missingParentOfVersion: {
    about: 'a version of a service that does not exist',
    codes: ['VersionNotFound', 'ServiceNotFound'],
  },
  concurrentVersions: {
    about: 'two versions published at once',
    codes: ['VersionPublishError', 'ConcurrentUpdateError'],
    succeeds: true,
  },
  /** FC-DEF does not require the body. */
  versionWithoutBody: { about: 'PublishServiceVersion without a body', codes: [], succeeds: true },
  forwardDirection: { about: 'the direction FORWARD', codes: [], succeeds: true },
  weightAtBound: { about: 'a weight of 0 or 1', codes: [], succeeds: true },
  /** FC-DEF has a map, and does not state how many versions the map may contain. */
  severalWeights: { about: 'weights of several versions', codes: ['InvalidArgument'], succeeds: true },
  /** FC-DEF does not require the body, and lists no 400. */
  emptyEvent: { about: 'an invocation without an event', codes: [], succeeds: true },
  /** No source states the response. */
  deletionOfNamedVersion: {
    about: 'deleting a version that an alias points to',
    codes: ['ConcurrentUpdateError', 'InvalidArgument'],
    succeeds: true,
  },
} as const satisfies Record<string, Tolerance>
