import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import { parse } from '../../settings/parse.ts'
import { WrongUseError } from '../exit-codes.ts'
import { hasCode, readGivenFile } from '../read-file.ts'
import { HarModel } from './har.ts'
import { type Report, ReportModel } from './model.ts'

/** Reads a report.json, or the report.json in a folder. Throws {@link WrongUseError} if it is not a report of this version. */
export async function readReport(path: string): Promise<Report> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const file = isFolder ? join(path, 'report.json') : path
  const text = await readGivenFile(file)
  return parse(ReportModel, parseJson(text.toString()), `${file} is not a report of this version`)
}

/** Reads the run.har beside a report. Undefined without a file. Throws {@link WrongUseError} for an invalid HAR file. */
export async function readHar(path: string): Promise<z.infer<typeof HarModel> | undefined> {
  const file = join(path.endsWith('.json') ? dirname(path) : path, 'run.har')
  const text = await readGivenFile(file).catch((error: Error) => {
    if (hasCode(error.cause, 'ENOENT')) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const result = HarModel.safeParse(parseJson(text.toString()))
  if (result.success) return result.data
  throw new WrongUseError(`${file} is not a HAR file; run verify again`)
}
