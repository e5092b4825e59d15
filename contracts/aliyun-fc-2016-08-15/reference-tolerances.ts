import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Known, PathValues } from '../core/reference/reference.ts'
import { tolerances } from './tolerances.ts'

const { operations } = aliyunFc20160815

interface Called {
  readonly path?: PathValues
}

/** Both error codes pass for a qualifier that does not exist. */
export function toQualifierTolerance({ path = {} }: Called) {
  return path.qualifier === undefined ? undefined : tolerances.missingQualifier
}

/** W6: the source mentions functions only. */
export function toDeletionTolerance({ path = {} }: Called, { alive }: Known) {
  if (alive(operations.createFunction, path).length > 0) return undefined
  const below = [operations.publishVersion, operations.createAlias]
  return below.some((create) => alive(create, path).length > 0) ? tolerances.serviceWithVersions : undefined
}

/** The source lists the code and does not state what counts as a change. */
const publishingAgain = {
  about: 'another version of a service',
  codes: ['VersionPublishError'],
  succeeds: true,
} as const

export function toPublishingTolerance({ path = {} }: Called, { writesSince }: Known) {
  return writesSince(operations.publishVersion, path) ? publishingAgain : undefined
}

export function toNamedVersionTolerance({ path = {} }: Called, { alive }: Known) {
  const { serviceName: service = '' } = path
  const isNamed = alive(operations.createAlias, { serviceName: service }).length > 0
  return isNamed ? tolerances.deletionOfNamedVersion : tolerances.missingParentOfVersion
}

/** The source lists only the error code of the child. */
export function toAliasTolerance({ path = {} }: Called, { alive }: Known) {
  const { serviceName: service = '' } = path
  return alive(operations.createService, { serviceName: service }).length > 0
    ? undefined
    : tolerances.missingParentOfAlias
}
