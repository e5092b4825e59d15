import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Verdict } from './verdict.ts'
import { toBadge } from './badge.ts'
import { toHar } from './har.ts'
import { toHtml } from './html.ts'
import { toJunit } from './junit.ts'
import type { Report } from './model.ts'
import { type DocumentLines, readDocumentLines, toSarif } from './sarif.ts'
import { toSummaryPage } from './summary.ts'
import { type ReportFacts, toReport } from './to-report.ts'

export { readDocumentLines }

/** Every file of a report, by name: pure, so that a test can look for what must not be in any of them. */
export function renderReport(
  verdict: Verdict,
  facts: ReportFacts,
  document: DocumentLines,
): ReadonlyMap<string, string> {
  const report = toReport(verdict, facts)
  return new Map([...renderFiles(report, document), ['run.har', `${JSON.stringify(toHar(verdict, facts))}\n`]])
}

/** The files that follow from the model alone; exchanges that nobody was blamed for are not in it. */
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

/** Writes the files into a folder, which is made. `githubSummary` is the file that GITHUB_STEP_SUMMARY names. */
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
