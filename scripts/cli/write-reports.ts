import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Contract } from '../../contracts/core/contract.ts'
import type { ReportFacts } from '../../contracts/core/report/to-report.ts'
import { readDocumentLines, renderReport, writeReport } from '../../contracts/core/report/write.ts'
import type { Verdict } from '../../contracts/index.ts'
import { generatedPath, readVersion } from './package-root.ts'

type Facts = Omit<ReportFacts, 'api' | 'resources' | 'toUnreachable' | 'toolVersion'>

/** Writes the reports of a verdict into a folder and into the summary of GitHub, if there is one. */
export async function writeReports(
  verdict: Verdict,
  folder: string | undefined,
  { api, resources, toUnreachable }: Contract,
  facts: Facts,
): Promise<void> {
  const githubSummary = process.env.GITHUB_STEP_SUMMARY
  if (folder === undefined && !githubSummary) return
  const yaml = await readFile(generatedPath(api.id, 'openapi.yaml'), 'utf8')
  const all = { ...facts, api, resources, ...(toUnreachable && { toUnreachable }), toolVersion: readVersion() }
  const files = renderReport(verdict, all, readDocumentLines(`generated/${api.id}/openapi.yaml`, yaml))
  await writeReport(folder, files, githubSummary)
  const page = toReportPage(folder)
  if (page !== undefined) console.log(`report in ${resolve(page)}`)
}

/** The page of a report in a folder. */
export function toReportPage(folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : join(folder, 'report.html')
}
