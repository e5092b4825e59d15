import { findContract } from '../apis.ts'
import type { Resource } from '../core/contract.ts'
import { toFeature, toUnsupported } from '../core/feature.ts'
import { checkFixtures, renderFixtures, toFixtures } from '../core/fixtures/fixtures.ts'
import { referenceRun, withReferenceRun } from '../core/reference/reference-checks.ts'
import { selectChecks } from './select.ts'
import { defaults } from '../settings/settings.ts'
import { createTarget } from '../core/http/target.ts'
import type { RunOptions } from './run.ts'

/** What a run would do, as text: nothing is sent. Throws `WrongUseError` as the run would. */
export function planContract(options: RunOptions): string {
  const contract = withReferenceRun(findContract(options.apiId), options)
  createTarget({ api: contract.api, baseUrl: options.baseUrl }).close()
  const fixtures = toFixtures(options.fixtures ?? {})
  checkFixtures(contract, fixtures, options.setup === undefined)
  const unsupported = toUnsupported(contract, options.features ?? {})
  const checks = selectChecks(contract, options)
  const lines = checks.map((check) => {
    const isWithoutReference = check.operation === referenceRun && options.reference === undefined
    const isSkipped = isWithoutReference || unsupported.includes(toFeature(contract.api, check))
    return `${isSkipped ? 'skip' : 'run '}  ${check.level.padEnd(8)}  ${check.id}  (${check.clause})`
  })
  const skipped = lines.filter((line) => line.startsWith('skip')).length
  const toRemoved = (resource: Resource) =>
    resource.remove && (resource.isRemoved?.(fixtures) ?? true)
      ? resource.create.tag
      : `${resource.create.tag} (made, and left behind)`
  const made = contract.resources.map(toRemoved).join(', ')
  const prefix = options.namePrefix ?? defaults.namePrefix
  return [
    ...lines,
    '',
    `${checks.length - skipped} checks would run and ${skipped} be skipped: ${options.apiId} at ${options.baseUrl}`,
    ...renderFixtures(contract, fixtures),
    ...(options.setup === undefined ? [] : [`set-up command: ${options.setup}`]),
    ...(options.teardown === undefined ? [] : [`tear-down command: ${options.teardown}`]),
    `made and removed again, under names that begin with ${prefix}- and the id of the run: ${made || 'nothing'}`,
    'nothing was sent',
    '',
  ].join('\n')
}
