import { accessSync, constants, lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import { bounds } from '../bounds.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { appendPrivateFile } from '../private-file.ts'
import { hasCode, toReadError, toWriteError } from '../read-file.ts'

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
  /** Features and operations that the target does not claim. */
  readonly unsupported: readonly string[]
  /** In the order of creation. */
  readonly left: readonly CreatedEntry[]
}

/** A file in the folder that is not a valid cleanup log. */
export interface BrokenCleanupLog {
  readonly file: string
  readonly reason: string
}

type Run = Pick<CleanupLogFile, 'apiId' | 'baseUrl' | 'runId'> &
  Partial<Pick<CleanupLogFile, 'supplied' | 'unsupported'>>

/**
 * Writes a cleanup log into a folder, one line before each request that creates a resource. The file is created with
 * its first line, and only its owner can read it.
 */
export function createCleanupLogWriter(folder: string, run: Run): CleanupLogWriter {
  const { apiId, baseUrl, runId, supplied = {}, unsupported = [] } = run
  const file = toPath(folder, runId)
  const head = `${JSON.stringify({ version: 1, apiId, baseUrl, runId, supplied, unsupported })}\n`
  const write = (line: object) => appendPrivateFile(file, head, `${JSON.stringify(line)}\n`)
  return { created: (created) => write({ created }), removed: (removed) => write({ removed }) }
}

/** Throws {@link WrongUseError} if no cleanup log can be written into the folder. */
export function checkCleanupLogFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw toWriteError(folder, error)
  }
  removeIfEmpty(folder)
}

/** The cleanup logs of a folder, sorted by name, and the files that are not valid. Empty if there is no folder. */
export function readCleanupLogs(folder: string): {
  readonly logs: readonly CleanupLogFile[]
  readonly broken: readonly BrokenCleanupLog[]
} {
  const read = listFiles(folder).map((name) => readCleanupLog(folder, name))
  return {
    logs: read.filter((log): log is CleanupLogFile => !('reason' in log)),
    broken: read.filter((log): log is BrokenCleanupLog => 'reason' in log),
  }
}

/** The cleanup log of a run. Undefined if there is no valid file. */
export function findCleanupLog(folder: string, runId: string): CleanupLogFile | undefined {
  const name = `${runId}${ending}`
  const found = listFiles(folder).includes(name) ? readCleanupLog(folder, name) : undefined
  return found && !('reason' in found) ? found : undefined
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

/** The id of a run in the name of its file. */
export function toRunIdOfFile(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').slice(0, -ending.length)
}

const ending = '.cleanup.jsonl'

function toPath(folder: string, runId: string): string {
  if (!runIdPattern.test(runId))
    throw new WrongUseError(`the run id ${JSON.stringify(runId)} cannot be the name of a file`)
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

const runIdPattern = /^[\w-]{1,80}$/

const First = z.object({
  version: z.literal(1),
  apiId: z.string(),
  baseUrl: z.string(),
  runId: z.string(),
  supplied: z.record(z.string(), z.array(z.string())).default({}),
  unsupported: z.array(z.string()).default([]),
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

/** Reads a file that anyone may have written. */
function readCleanupLog(folder: string, name: string): CleanupLogFile | BrokenCleanupLog {
  const file = join(folder, name)
  const toBroken = (reason: string) => ({ file, reason })
  try {
    const status = lstatSync(file)
    if (!status.isFile()) return toBroken('it is not a regular file')
    if (status.size > bounds.cleanupLogBytes) return toBroken(`it is larger than ${bounds.cleanupLogBytes} bytes`)
    const text = readFileSync(file, { encoding: 'utf8', flag: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) })
    const [first = '', ...rest] = text.split('\n')
    const head = First.safeParse(parseJson(first))
    if (!head.success) return toBroken('it is not a cleanup log')
    const { apiId, baseUrl, runId, supplied, unsupported } = head.data
    if (runId !== toRunIdOfFile(name) || !runIdPattern.test(runId))
      return toBroken('its run id is not the name of the file')
    return { file, apiId, baseUrl, runId, supplied, unsupported, left: readLeft(rest) }
  } catch (error) {
    return toBroken(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function readLeft(lines: readonly string[]): readonly CreatedEntry[] {
  const left = new Map<string, CreatedEntry>()
  for (const text of lines) {
    // A crash can truncate the last line. Its request was not sent.
    const line = Line.safeParse(parseJson(text))
    if (!line.success) continue
    if ('created' in line.data) left.set(line.data.created.what, line.data.created)
    else left.delete(line.data.removed)
  }
  return [...left.values()]
}
