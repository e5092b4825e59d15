import type { Check } from '../../core/check.ts'
import type { Rules } from '../rules.ts'
import type { Sample } from '../sample.ts'
import { toChangingListChecks } from './changing-lists.ts'
import { toChildrenChecks, toDeletedParentChecks, toParentScopingChecks } from './children.ts'
import { toConcurrencyChecks } from './concurrency.ts'
import { toConditionChecks } from './conditional-requests.ts'
import { type ConstraintSettings, toFieldCombinationChecks, toResourceConstraintChecks } from './constraints.ts'
import { toCreateChecks } from './create.ts'
import { toDefaultChecks } from './defaults.ts'
import { toDeleteChecks } from './delete.ts'
import { toExactNameChecks } from './exact-names.ts'
import { toLaterChangeChecks } from './later-changes.ts'
import { toListChecks } from './list.ts'
import { type List, toLists } from './lists.ts'
import { toNameIsolationChecks } from './name-isolation.ts'
import { toObservedValueChecks } from './observed-values.ts'
import { toPageTokenChecks } from './page-tokens.ts'
import { toListParameterChecks } from './list-parameters.ts'
import { toPageChecks, toSelectionChecks } from './pagination.ts'
import { toPutChecks } from './puts.ts'
import { toReadChecks } from './read.ts'
import { toStoredValueChecks } from './stored-values.ts'
import { toUnreadChecks } from './unread.ts'
import { toUpdateChecks } from './update.ts'
import { toUpdateEdgeCaseChecks } from './update-edge-cases.ts'

/** Special cases of one resource. */
export interface CrudSettings {
  readonly constraints?: ConstraintSettings
  /** Values of the query parameters of the list that a target may accept or reject. */
  readonly openParameters?: ConstraintSettings['open']
  /** Other checks cover the values of the fields. */
  readonly hasOwnConstraints?: true
}

/** All checks of creating, reading, listing, changing and deleting resources. `settings` by the names of resources. */
export function toCrudChecks(
  samples: readonly Sample[],
  rules: Rules,
  settings: Readonly<Record<string, CrudSettings>> = {},
): readonly Check[] {
  return [
    ...toStateChecks(samples, rules),
    ...samples.flatMap((sample) => {
      const { constraints, openParameters, hasOwnConstraints } = settings[sample.resource.name] ?? {}
      return [
        ...toLists(sample).flatMap((list) => toPagedListChecks(list, rules, openParameters)),
        ...(hasOwnConstraints
          ? []
          : [...toResourceConstraintChecks(sample, rules, constraints), ...toFieldCombinationChecks(sample)]),
      ]
    }),
  ]
}

/** The checks of a list in pages. `open`: values of its query parameters that a target may accept or reject. */
export function toPagedListChecks(list: List, rules: Rules, open?: CrudSettings['openParameters']): readonly Check[] {
  return [
    ...toPageChecks(list, rules),
    ...toSelectionChecks(list, rules),
    ...toPageTokenChecks(list),
    ...toListParameterChecks(list, rules, open),
    ...toChangingListChecks(list, rules),
  ]
}

/** The checks of `toCrudChecks` without those of lists in pages and of the values of single fields. */
export function toStateChecks(samples: readonly Sample[], rules: Rules): readonly Check[] {
  return [
    ...samples.flatMap((sample) => [
      ...toCreateChecks(sample, rules),
      ...toLaterChangeChecks(sample, rules),
      ...toDefaultChecks(sample, rules),
      ...toObservedValueChecks(sample, rules),
      ...toReadChecks(sample, rules),
      ...toListChecks(sample, rules),
      ...toUpdateChecks(sample, rules),
      ...toUpdateEdgeCaseChecks(sample, rules),
      ...toStoredValueChecks(sample, rules),
      ...toDeleteChecks(sample, rules),
      ...toConcurrencyChecks(sample, rules),
      ...toChildrenChecks(sample, rules),
      ...toParentScopingChecks(sample, rules),
      ...toDeletedParentChecks(sample, samples, rules),
      ...toNameIsolationChecks(sample, rules),
      ...toExactNameChecks(sample, rules),
      ...toPutChecks(sample, rules),
      ...toUnreadChecks(sample, rules),
    ]),
    ...toConditionChecks(samples, rules),
  ]
}
