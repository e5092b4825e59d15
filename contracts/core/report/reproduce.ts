import { quoteShell } from '../../../schemas/core/lib/shell.ts'
import type { Verdict } from './verdict.ts'
import type { Report } from './model.ts'

/** A shell line that runs the same checks with the same values again. */
export function toCommand(
  apiId: string,
  { baseUrl, seed }: Pick<Verdict, 'baseUrl' | 'seed'>,
  flags: readonly string[],
): string {
  const words = ['npx', 'faas-contracts', 'verify', apiId, '--url', baseUrl, '--seed', seed, ...flags]
  return words.map(quoteShell).join(' ')
}

/** The line that runs one check of a report again. */
export function toReplayLine(report: Pick<Report, 'reproduce'>, checkId: string): string {
  return report.reproduce.replay.replace("'<check>'", () => quoteShell(checkId))
}
