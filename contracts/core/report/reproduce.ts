import { quoteShell } from '../../../schemas/core/lib/shell.ts'
import { judgedRules } from '../judge/judgement.ts'
import type { Report } from './model.ts'
import type { Verdict } from './verdict.ts'

type Run = Pick<Verdict, 'baseUrl' | 'seed' | 'command'>

/** A shell command that repeats the run with the same values. */
export function toCommand(apiId: string, { baseUrl, seed, command }: Run, flags: readonly string[]): string {
  if (command !== undefined) return command
  const words = ['npx', 'faas-contracts', 'verify', apiId, '--url', baseUrl, '--seed', seed, ...flags]
  return words.map(quoteShell).join(' ')
}

/** A passive check judges the responses of the other checks, so only the whole run repeats it. */
export function isPassive(checkId: string): boolean {
  const [, name = ''] = checkId.split(' › ')
  return Object.hasOwn(judgedRules, name)
}

/** A shell command that repeats one check of a run. The flags of the run may select other checks. */
export function toReplayCommand(apiId: string, run: Run, flags: readonly string[], checkId: string): string {
  if (run.command !== undefined || isPassive(checkId)) return toCommand(apiId, run, flags)
  const others = flags.filter((word, index) => word !== '--replay' && flags[index - 1] !== '--replay')
  return toCommand(apiId, run, [...others, '--replay', checkId])
}

/** A shell command that repeats one check of a report. */
export function toReplayLine(report: Pick<Report, 'reproduce'>, checkId: string): string {
  if (isPassive(checkId)) return report.reproduce.command
  return report.reproduce.replay.replace("'<check>'", () => quoteShell(checkId))
}
