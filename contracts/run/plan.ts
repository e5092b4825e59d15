import { toCount } from '../../schemas/core/lib/count.ts'
import { findSkipReason } from '../core/check-run.ts'
import type { CreatedResource } from '../core/cleanup/created-resource.ts'
import { renderFixtures } from '../core/fixtures/fixtures.ts'
import { noReference, referenceRun } from '../core/reference/reference-checks.ts'
import { toSigning } from '../core/signing/signer.ts'
import { noAddress, planRun, type RunInput } from './plan-run.ts'
import { findKnownFailures } from './run.ts'

/**
 * Describes a run as text, one check per line; sends nothing. `hasReference` says that the run will have a reference
 * although its address is not known yet. The address and required fixtures may be missing. Throws `WrongUseError` for other invalid
 * input, as the run would.
 */
export async function planContract(input: RunInput, hasReference = Boolean(input.reference)): Promise<string> {
  const plan = planRun(input, ['fixtures', 'address'])
  await findKnownFailures(plan)
  const { contract, settings, baseUrl, fixtures, checks, unsupported, credentials, signer } = plan
  const signing = signer ? { name: 'own', signer } : toSigning(contract.api.dialect, credentials, settings.account)
  const planned = checks.map((check) => {
    const reason = findSkipReason(contract.api, check, unsupported, signing)
    return { check, reason: reason ?? (check.operation === referenceRun && !hasReference ? noReference : undefined) }
  })
  const reasons = planned.flatMap(({ reason }) => reason ?? [])
  const toCreated = (resource: CreatedResource) =>
    resource.remove && (resource.isRemoved?.(fixtures) ?? true)
      ? resource.create.tag
      : `${resource.create.tag} (cannot be removed, stays behind)`
  const created = contract.resources.map(toCreated).join(', ')
  return [
    ...planned.map(
      ({ check, reason }) =>
        `${reason === undefined ? 'run ' : 'skip'}  ${check.level.padEnd(8)}  ${check.id}  (${check.clause})`,
    ),
    '',
    `${toCount(planned.length - reasons.length, 'check')} would run, ${reasons.length} would be skipped: ${contract.api.id} at ${baseUrl === noAddress ? 'an address that is not given' : baseUrl}`,
    ...[...new Set(reasons)].map(
      (reason) => `${reasons.filter((other) => other === reason).length} skipped: ${reason}`,
    ),
    'more checks may be skipped because of the responses of the target',
    ...renderFixtures(contract, fixtures),
    ...(settings.setup === undefined ? [] : [`set-up command: ${settings.setup}`]),
    ...(settings.teardown === undefined ? [] : [`tear-down command: ${settings.teardown}`]),
    `created and removed, under names that begin with ${settings.namePrefix}- and the id of the run: ${created || 'nothing'}`,
    'nothing was sent',
    '',
  ].join('\n')
}
