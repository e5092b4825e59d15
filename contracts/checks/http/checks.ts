import type { Operation } from '../../../schemas/core/operation.ts'
import type { Check } from '../../core/check.ts'
import { type Call, toCalls } from '../calls.ts'
import { toLists } from '../crud/lists.ts'
import type { Rules } from '../rules.ts'
import type { Sample } from '../sample.ts'
import { toBodyChecks, toMalformedBodyChecks } from './bodies.ts'
import { toLenientBodyChecks } from './lenient-bodies.ts'
import { toErrorIdChecks, toMissingChecks } from './missing-resources.ts'
import { toNullChecks } from './null-fields.ts'
import { toParameterValueChecks } from './parameters.ts'
import { toResponseChecks } from './responses.ts'
import { toUndocumentedParameterChecks, toUnknownOperationChecks, toUrlChecks } from './urls.ts'

/**
 * Checks of the responses of every operation, and of requests for what does not exist. `calls`: one call of each
 * operation; `examples`: operations that stand for all where one is enough.
 */
export function toOperationChecks(
  samples: readonly Sample[],
  rules: Rules,
  calls: readonly Call[],
  examples: readonly Operation[],
): readonly Check[] {
  return [
    ...calls.flatMap((call) => [
      ...toResponseChecks(call, rules),
      ...toMissingChecks(call, samples, rules),
      ...toErrorIdChecks(call, samples, rules),
      ...toParameterValueChecks(call, rules),
      ...toNullChecks(call, rules),
    ]),
    ...calls
      .filter(({ operation }) => examples.includes(operation))
      .flatMap((call) => toUnknownOperationChecks(call, rules)),
  ]
}

/** Checks of bodies, query parameters and URLs at the edge. `calls`: one call of each operation. */
export function toRequestChecks(samples: readonly Sample[], rules: Rules, calls: readonly Call[]): readonly Check[] {
  return [
    ...calls.flatMap((call) => toBodyChecks(call, rules)),
    ...samples.flatMap((sample) => [
      ...toCalls(sample)
        .filter(({ operation }) => [sample.resource.create, sample.resource.update].includes(operation))
        .flatMap((call) => [...toMalformedBodyChecks(call, rules), ...toLenientBodyChecks(call, rules)]),
      ...toLists(sample).flatMap((list) => toUndocumentedParameterChecks(list, rules)),
      ...toUrlChecks(sample, rules),
    ]),
  ]
}
