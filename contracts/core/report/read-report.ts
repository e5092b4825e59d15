import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import { WrongUseError } from '../exit-codes.ts'
import { HarModel } from './har.ts'
import { type Report, ReportModel } from './model.ts'

/** Reads a report.json, or the report.json in a folder. Throws {@link WrongUseError} if it is not a report of this version. */
export async function readReport(path: string): Promise<Report> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const file = isFolder ? join(path, 'report.json') : path
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WrongUseError(`${file} cannot be read`)
  })
  const result = ReportModel.safeParse(parseJson(text))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new WrongUseError(`${file} is no report that this version reads: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Reads the run.har beside a report. Undefined without a file. Throws {@link WrongUseError} for an invalid HAR file. */
export async function readHar(path: string): Promise<z.infer<typeof HarModel> | undefined> {
  const file = join(path.endsWith('.json') ? dirname(path) : path, 'run.har')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const result = HarModel.safeParse(parseJson(text))
  if (result.success) return result.data
  throw new WrongUseError(`${file} is no HAR file`)
}
