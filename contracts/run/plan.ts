import type { CreatedResource } from '../core/cleanup/created-resource.ts'
import { toFeature } from '../core/feature.ts'
import { renderFixtures } from '../core/fixtures/fixtures.ts'
import { referenceRun } from '../core/reference/reference-checks.ts'
import { planRun, type RunInput } from './plan-run.ts'
import { findKnownFailures } from './run.ts'

/**
 * Describes a run as text, one check per line; sends nothing. `hasReference` says that the run will have a reference
 * although its address is not known yet. Throws `WrongUseError` as the run would.
 */
export async function planContract(input: RunInput, hasReference = Boolean(input.reference)): Promise<string> {
  const plan = planRun(input)
  await findKnownFailures(plan)
  const { contract, settings, baseUrl, fixtures, checks, unsupported } = plan
  const lines = checks.map((check) => {
    const isWithoutReference = check.operation === referenceRun && !hasReference
    const isSkipped = isWithoutReference || unsupported.includes(toFeature(contract.api, check))
    return `${isSkipped ? 'skip' : 'run '}  ${check.level.padEnd(8)}  ${check.id}  (${check.clause})`
  })
  const skipped = lines.filter((line) => line.startsWith('skip')).length
  const toCreated = (resource: CreatedResource) =>
    resource.remove && (resource.isRemoved?.(fixtures) ?? true)
      ? resource.create.tag
      : `${resource.create.tag} (cannot be removed, stays behind)`
  const created = contract.resources.map(toCreated).join(', ')
  return [
    ...lines,
    '',
    `${checks.length - skipped} checks would run, ${skipped} would be skipped: ${contract.api.id} at ${baseUrl}`,
    ...renderFixtures(contract, fixtures),
    ...(settings.setup === undefined ? [] : [`set-up command: ${settings.setup}`]),
    ...(settings.teardown === undefined ? [] : [`tear-down command: ${settings.teardown}`]),
    `created and removed, under names that begin with ${settings.namePrefix}- and the id of the run: ${created || 'nothing'}`,
    'nothing was sent',
    '',
  ].join('\n')
}
