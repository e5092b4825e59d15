import { findContract } from './apis.ts'
import { toFeature, toUnsupported } from './core/feature.ts'
import { selectChecks } from './core/select.ts'
import { defaults } from './core/settings.ts'
import { createTarget } from './core/target.ts'
import type { RunOptions } from './run.ts'

/** What a run would do, as text: nothing is sent. Throws `WrongUseError` as the run would. */
export function planContract(options: RunOptions): string {
  const contract = findContract(options.apiId)
  createTarget({ api: contract.api, baseUrl: options.baseUrl }).close()
  const unsupported = toUnsupported(contract, options.features ?? {})
  const checks = selectChecks(contract, options)
  const lines = checks.map((check) => {
    const isSkipped = unsupported.includes(toFeature(contract.api, check))
    return `${isSkipped ? 'skip' : 'run '}  ${check.level.padEnd(8)}  ${check.id}  (${check.clause})`
  })
  const skipped = lines.filter((line) => line.startsWith('skip')).length
  const made = contract.resources.map(({ create }) => create.tag).join(', ')
  const prefix = options.namePrefix ?? defaults.namePrefix
  return [
    ...lines,
    '',
    `${checks.length - skipped} checks would run and ${skipped} be skipped: ${options.apiId} at ${options.baseUrl}`,
    `made and removed again, under names that begin with ${prefix}- and the id of the run: ${made || 'nothing'}`,
    'nothing was sent',
    '',
  ].join('\n')
}
