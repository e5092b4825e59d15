import type { Check } from '../core/check.ts'
import { toAliasWeightChecks } from './alias-weights.ts'
import { toCodeChecksumChecks } from './code-checksums.ts'
import { toCodeStateChecks } from './code-states.ts'
import { toCodeChecks } from './code.ts'
import { toEventChecks } from './events.ts'
import { toInvocationChecks } from './invocations.ts'
import { toQualifiedChecks } from './qualified.ts'
import { toQualifierNameChecks } from './qualifier-names.ts'
import { toQualifierChecks } from './qualifiers.ts'
import { toSnapshotChecks } from './snapshots.ts'
import { toVersionListChecks } from './version-lists.ts'
import { toVersionNumberChecks } from './version-numbers.ts'
import { toVersionTimeChecks } from './version-times.ts'
import { toVersionChecks } from './versions.ts'
import type { Fc } from './fc.ts'

/** The checks that hold for both API versions: weights, qualifiers, snapshots, versions, code and invocations. */
export function toFcChecks(fc: Fc): readonly Check[] {
  return [
    ...toAliasWeightChecks(fc),
    ...toCodeChecksumChecks(fc),
    ...toCodeStateChecks(fc),
    ...toCodeChecks(fc),
    ...toEventChecks(fc),
    ...toInvocationChecks(fc),
    ...toQualifiedChecks(fc),
    ...toQualifierNameChecks(fc),
    ...toQualifierChecks(fc),
    ...toSnapshotChecks(fc),
    ...toVersionListChecks(fc),
    ...toVersionNumberChecks(fc),
    ...toVersionTimeChecks(fc),
    ...toVersionChecks(fc),
  ]
}
