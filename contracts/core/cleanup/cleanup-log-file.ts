import { accessSync, appendFileSync, constants, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { hasCode, readGivenFileSync, toReadError, toWriteError } from '../read-file.ts'

/** A resource that a run created. Another process can remove it with this entry. */
export interface CreatedEntry {
  readonly what: string
  /** Operation that created the resource. */
  readonly create: string
  readonly path: Readonly<Record<string, string>>
  /** Only for an acquired fixture: its earlier state. */
  readonly before?: Readonly<Record<string, unknown>>
}

/** Records each resource before it is created, and after it was removed. */
export interface CleanupLogWriter {
  readonly created: (entry: CreatedEntry) => void
  readonly removed: (what: string) => void
}

/** The remaining resources of a run that was interrupted. */
export interface CleanupLogFile {
  readonly file: string
  readonly apiId: string
  readonly baseUrl: string
  readonly runId: string
  /** The fixtures of the run. */
  readonly supplied: Fixtures
  /** In the order of creation. */
  readonly left: readonly CreatedEntry[]
}

/**
 * Writes a cleanup log into a folder, one line before each request that creates a resource. The file is created with
 * its first line.
 */
export function createCleanupLogWriter(
  folder: string,
  run: Pick<CleanupLogFile, 'apiId' | 'baseUrl' | 'runId'> & Partial<Pick<CleanupLogFile, 'supplied'>>,
): CleanupLogWriter {
  const { apiId, baseUrl, runId, supplied = {} } = run
  const file = toPath(folder, runId)
  let isStarted = false
  const write = (line: object) => {
    if (!isStarted) {
      mkdirSync(folder, { recursive: true })
      appendFileSync(file, `${JSON.stringify({ version: 1, apiId, baseUrl, runId, supplied })}\n`)
      isStarted = true
    }
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  }
  return { created: (created) => write({ created }), removed: (removed) => write({ removed }) }
}

/** Throws {@link WrongUseError} if no cleanup log can be written into the folder. */
export function checkCleanupLogFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw toWriteError(folder, error)
  }
  removeIfEmpty(folder)
}

/** The cleanup logs of a folder, sorted by name. Empty if there is no folder. Throws if a file has another form. */
export function readCleanupLogs(folder: string): readonly CleanupLogFile[] {
  return listFiles(folder).map((name) => readCleanupLog(join(folder, name)))
}

/** The cleanup log of a run. Undefined if there is no file. */
export function findCleanupLog(folder: string, runId: string): CleanupLogFile | undefined {
  return listFiles(folder).includes(`${runId}${ending}`) ? readCleanupLog(toPath(folder, runId)) : undefined
}

/** Deletes a cleanup log, and its folder if it is empty. */
export function deleteCleanupLog(folder: string, { file }: Pick<CleanupLogFile, 'file'>): void {
  rmSync(file, { force: true })
  removeIfEmpty(folder)
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Other runs have their cleanup logs there.
  }
}

const ending = '.cleanup.jsonl'

function toPath(folder: string, runId: string): string {
  return join(folder, `${runId}${ending}`)
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw toReadError(folder, error)
  }
}

const First = z.object({
  version: z.literal(1),
  apiId: z.string(),
  baseUrl: z.string(),
  runId: z.string(),
  supplied: z.record(z.string(), z.array(z.string())).default({}),
})
const Line = z.union([
  z.object({
    created: z.object({
      what: z.string(),
      create: z.string(),
      path: z.record(z.string(), z.string()),
      before: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
  z.object({ removed: z.string() }),
])

function readCleanupLog(file: string): CleanupLogFile {
  const [first = '', ...rest] = readGivenFileSync(file).split('\n')
  const head = First.safeParse(parseJson(first))
  if (!head.success)
    throw new WrongUseError(`${file} is not a cleanup log; delete the file, or use another --cleanup-log`)
  const left = new Map<string, CreatedEntry>()
  for (const text of rest) {
    // A crash can truncate the last line. Its request was not sent.
    const line = Line.safeParse(parseJson(text))
    if (!line.success) continue
    if ('created' in line.data) left.set(line.data.created.what, line.data.created)
    else left.delete(line.data.removed)
  }
  const { apiId, baseUrl, runId, supplied } = head.data
  return { file, apiId, baseUrl, runId, supplied, left: [...left.values()] }
}
