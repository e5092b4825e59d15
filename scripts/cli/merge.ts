import { toCount } from '../../schemas/core/lib/count.ts'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { mergeHars } from '../../contracts/core/report/har.ts'
import { mergeReports } from '../../contracts/core/report/merge.ts'
import type { Report } from '../../contracts/core/report/model.ts'
import { readHar, readReport } from '../../contracts/core/report/read-report.ts'
import { toSafeJson, toSafeText } from '../../contracts/core/report/safe-text.ts'
import { readDocumentLines, renderFiles, writeReport } from '../../contracts/core/report/write.ts'
import { apis } from '../../schemas/apis.ts'
import { findApi } from './find-api.ts'
import { generatedPath } from './package-root.ts'

/** Joins the reports of shards into one, and ends as one run of them all would have. */
export async function merge(
  paths: readonly string[],
  { report: folder }: { readonly report: string },
): Promise<number> {
  const reports = await Promise.all(paths.map(readReport))
  const api = findApi(reports[0]?.api.id ?? '', apis)
  const merged = mergeReports(api, reports)
  const yaml = await readFile(generatedPath(api.id, 'openapi.yaml'), 'utf8')
  const document = readDocumentLines(`generated/${api.id}/openapi.yaml`, yaml)
  const har = mergeHars((await Promise.all(paths.map(readHar))).filter((one) => one !== undefined))
  const files = new Map([
    ...renderFiles(merged, document),
    ...(har ? [['run.har', `${toSafeJson(har)}\n`] as const] : []),
  ])
  await writeReport(folder, files, process.env.GITHUB_STEP_SUMMARY)
  printSummary(merged, reports.length)
  console.log(`report in ${resolve(folder, 'report.html')}`)
  return merged.exitCode
}

/** The causes that fit on a screen. */
const causesShown = 5

function printSummary(merged: Report, count: number): void {
  const { conclusion, counts, causes = [], reason } = toSafeText(merged)
  const { passed, failed, errored, skipped } = counts
  console.log(`${conclusion}  ${merged.api.id} at ${merged.target.baseUrl}, ${toCount(count, 'report')}`)
  console.log(`${passed} passed, ${failed} failed, ${errored} errored, ${skipped} skipped`)
  if (reason !== undefined) console.log(reason)
  for (const { title } of causes.slice(0, causesShown)) console.log(`- ${title}`)
  if (causes.length > causesShown) console.log(toCount(causes.length - causesShown, 'more cause'))
}
