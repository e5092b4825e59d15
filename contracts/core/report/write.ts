import { access, appendFile, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writePrivateFile } from '../private-file.ts'
import { toWriteError } from '../read-file.ts'
import { toBadge } from './badge.ts'
import { toHar } from './har.ts'
import { toHtml } from './html.ts'
import { toJunit } from './junit.ts'
import type { Report } from './model.ts'
import { toSafeJson, toSafeText } from './safe-text.ts'
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
  return new Map([
    ...renderFiles(report, document),
    ['run.har', `${toSafeJson(toHar(verdict, facts), facts.secrets)}\n`],
  ])
}

/** The files that are made from the report alone. The report contains only the exchanges of violations. */
export function renderFiles(report: Report, document: DocumentLines): ReadonlyMap<string, string> {
  const safe = toSafeText(report)
  return new Map([
    ['report.json', toJson(report)],
    ['junit.xml', toJunit(safe)],
    ['report.html', toHtml(safe)],
    ['results.sarif', toJson(toSarif(report, document))],
    ['badge.json', toJson(toBadge(report))],
    ['summary.md', toSummaryPage(safe)],
  ])
}

/** Throws `WrongUseError` if no report can be written into the folder. Creates the folder. */
export async function checkReportFolder(folder: string): Promise<void> {
  await orWriteError(folder, mkdir(folder, { recursive: true }))
  await orWriteError(folder, access(folder, constants.W_OK))
}

/** Creates the folder and writes the files. `githubSummary` is the file in GITHUB_STEP_SUMMARY. */
export async function writeReport(
  folder: string | undefined,
  files: ReadonlyMap<string, string>,
  githubSummary?: string,
): Promise<void> {
  if (folder !== undefined) {
    await checkReportFolder(folder)
    await Promise.all(
      [...files].map(([name, text]) => orWriteError(join(folder, name), writePrivateFile(join(folder, name), text))),
    )
  }
  if (githubSummary) await orWriteError(githubSummary, appendFile(githubSummary, files.get('summary.md') ?? ''))
}

async function orWriteError(file: string, writing: Promise<unknown>): Promise<void> {
  await writing.catch((error: unknown) => {
    throw toWriteError(file, error)
  })
}

function toJson(value: object): string {
  return `${toSafeJson(value, [], 2)}\n`
}
