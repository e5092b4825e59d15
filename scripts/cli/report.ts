import { diffReports } from '../../contracts/core/report/diff.ts'
import { toReportSchema } from '../../contracts/core/report/model.ts'
import { readReport } from '../../contracts/core/report/read-report.ts'
import { toSafeText } from '../../contracts/core/report/safe-text.ts'
import { exitCode } from './exit.ts'

/** Prints what changed between two reports. Ends with 1 where a check fails that did not. */
export async function reportDiff(before: string, after: string): Promise<number> {
  const diff = diffReports(await readReport(before), await readReport(after))
  const sections = Object.entries(diff).filter(([, lines]) => lines.length > 0)
  if (sections.length === 0) console.log('no difference')
  for (const [name, lines] of sections) {
    console.log(`${name} (${lines.length})`)
    for (const line of lines) console.log(toSafeText(`  ${line}`))
  }
  return diff.broken.length > 0 ? exitCode.violations : exitCode.done
}

/** Prints the JSON Schema of report.json. */
export function reportSchema(): number {
  process.stdout.write(`${JSON.stringify(toReportSchema(), null, 2)}\n`)
  return exitCode.done
}
