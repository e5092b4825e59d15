import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toBadge } from './badge.ts'
import { toHar } from './har.ts'
import { toHtml } from './html.ts'
import { toJunit } from './junit.ts'
import type { Report } from './model.ts'
import { type DocumentLines, readDocumentLines, toSarif } from './sarif.ts'
import { toSummaryPage } from './summary.ts'
import { type ReportFacts, toReport } from './to-report.ts'
import type { Verdict } from './verdict.ts'

export { readDocumentLines }

/** Every file of a report, by name. Pure. */
export function renderReport(
  verdict: Verdict,
  facts: ReportFacts,
  document: DocumentLines,
): ReadonlyMap<string, string> {
  const report = toReport(verdict, facts)
  return new Map([...renderFiles(report, document), ['run.har', `${JSON.stringify(toHar(verdict, facts))}\n`]])
}

/** The files that are made from the report alone. The report contains only the exchanges of violations. */
export function renderFiles(report: Report, document: DocumentLines): ReadonlyMap<string, string> {
  return new Map([
    ['report.json', toJson(report)],
    ['junit.xml', toJunit(report)],
    ['report.html', toHtml(report)],
    ['results.sarif', toJson(toSarif(report, document))],
    ['badge.json', toJson(toBadge(report))],
    ['summary.md', toSummaryPage(report)],
  ])
}

/** Creates the folder and writes the files. `githubSummary` is the file in GITHUB_STEP_SUMMARY. */
export async function writeReport(
  folder: string | undefined,
  files: ReadonlyMap<string, string>,
  githubSummary?: string,
): Promise<void> {
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true })
    await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)))
  }
  if (githubSummary) await appendFile(githubSummary, files.get('summary.md') ?? '')
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
