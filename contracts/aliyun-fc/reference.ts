import type { Operation } from '../../schemas/core/operation.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'
import { toResourceCalls } from '../core/reference/from-resources.ts'
import type { Draft, Known, PathValues, ReferenceCall, Surroundings } from '../core/reference/reference.ts'
import { unknownVersion } from './version-sample.ts'

interface ReferenceFacts {
  readonly service: Resource
  /** The names are those of FC 2016-08-15. */
  readonly operations: Readonly<
    Record<'createFunction' | 'getFunctionCode' | 'invokeFunction' | 'publishVersion' | 'createAlias', Operation>
  >
  readonly tolerances: Readonly<
    Record<'missingQualifier' | 'serviceWithVersions' | 'deletionOfNamedVersion', Tolerance>
  >
  /** Another version of a service whose contents may not have changed. */
  readonly publishing: Tolerance
  /** The deletion of a version that no alias names. */
  readonly versionDeletion?: Tolerance
}

interface Called {
  readonly path?: PathValues
}

/** Few names, so that calls act on the same resources. The first is the usual one. */
const toNames = (...words: readonly string[]) =>
  words.map(
    (word) =>
      ({ name }: Surroundings) =>
        name(word),
  )

const serviceName = toNames('s1', 's1', 's1', 's1', 's2')
const functionName = toNames('f1', 'f1', 'f2')
const triggerName = toNames('t1', 't1', 't2')
const aliasName = toNames('a1', 'a1', 'a2')

export const description = ['a first text', 'a second text', 'a third text']
export const role = ['acs:ram::123456789012:role/fc-first', 'acs:ram::123456789012:role/fc-second']
export const limit: readonly Draft[] = [undefined, undefined, '1', '2']

/** What the random calls of both API versions have in common. */
export function toReferenceParts({ service, operations, tolerances, publishing, versionDeletion }: ReferenceFacts) {
  const { createFunction, getFunctionCode, invokeFunction, publishVersion, createAlias } = operations

  const toVersion =
    (index: number) =>
    ({ made }: Surroundings, { serviceName: name = '' }: PathValues) =>
      made(publishVersion, { serviceName: name }, index)?.versionId
  const versionId: readonly Draft[] = [toVersion(0), toVersion(0), toVersion(1), unknownVersion]
  const keys = { serviceName, functionName, triggerName, versionId, aliasName }
  /** Mostly the present state, else a version or an alias. */
  const qualifier: readonly Draft[] = [undefined, undefined, undefined, toVersion(0), ...toNames('a1')]

  /** Both error codes pass for a qualifier that does not exist. */
  const toQualifierTolerance = ({ path = {} }: Called) =>
    path.qualifier === undefined ? undefined : tolerances.missingQualifier

  /** The sources do not state all contents that prevent the deletion of a service. */
  function toDeletionTolerance({ path = {} }: Called, { alive }: Known) {
    if (alive(createFunction, path).length > 0) return undefined
    const isNamed = [publishVersion, createAlias].some((create) => alive(create, path).length > 0)
    return isNamed ? tolerances.serviceWithVersions : undefined
  }

  function toNamedVersionTolerance({ path = {} }: Called, { alive }: Known) {
    const isNamed = alive(createAlias, { serviceName: path.serviceName ?? '' }).length > 0
    return isNamed ? tolerances.deletionOfNamedVersion : versionDeletion
  }

  const serviceFields = { description, role, internetAccess: [true, false] }
  const ofServices = toResourceCalls(service, keys, {
    create: { weight: 5, body: { required: {}, optional: serviceFields } },
    read: [
      { weight: 1 },
      {
        weight: 1,
        path: { qualifier: qualifier.filter((one) => one !== undefined) },
        // Clients expect the description of the version, but no source states it. Other checks test it.
        isOpaque: true,
        open: toQualifierTolerance,
      },
    ],
    list: { weight: 1, query: { limit } },
    update: { weight: 2, body: { required: {}, optional: serviceFields } },
    remove: { weight: 2, open: toDeletionTolerance },
  })

  const atFunction = { serviceName, functionName, qualifier }
  const ofCode: readonly ReferenceCall[] = [
    { operation: getFunctionCode, weight: 1, path: atFunction, open: toQualifierTolerance },
    {
      operation: invokeFunction,
      weight: 1,
      path: atFunction,
      rawBody: '{"key":"value"}',
      isOpaque: true,
      open: toQualifierTolerance,
    },
  ]

  return {
    keys,
    qualifier,
    toVersion,
    toQualifierTolerance,
    toPublishingTolerance: ({ path = {} }: Called, { writesSince }: Known) =>
      writesSince(publishVersion, path) ? publishing : undefined,
    toNamedVersionTolerance,
    ofServices,
    ofCode,
  }
}
