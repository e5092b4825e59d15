import { parseJson } from '../../../schemas/core/lib/json.ts'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fixtures } from '../fixtures/fixtures.ts'

/** Something that a run made: enough to remove it with another process. */
export interface Made {
  readonly what: string
  /** Operation that made it. */
  readonly create: string
  readonly path: Readonly<Record<string, string>>
  /** Of something that was lent: what it was before. */
  readonly before?: Readonly<Record<string, unknown>>
}

/** Where a cleanup log writes down, at once, what it may have made and what is certainly gone. */
export interface CleanupLogWriter {
  readonly made: (made: Made) => void
  readonly gone: (what: string) => void
}

/** What is left of a run that was interrupted. */
export interface CleanupLogFile {
  readonly file: string
  readonly apiId: string
  readonly baseUrl: string
  readonly runId: string
  /** What the team lent to the run. */
  readonly supplied: Fixtures
  /** In the order in which it was made. */
  readonly left: readonly Made[]
}

/**
 * Writes a cleanup log into a folder, a line at a time, before the request that makes the thing goes out. The file begins
 * with the first line that is needed.
 */
export function createCleanupLogWriter(
  folder: string,
  run: Pick<CleanupLogFile, 'apiId' | 'baseUrl' | 'runId'> & Partial<Pick<CleanupLogFile, 'supplied'>>,
): CleanupLogWriter {
  const { apiId, baseUrl, runId, supplied = {} } = run
  const file = toPath(folder, runId)
  let isBegun = false
  const write = (line: object) => {
    if (!isBegun) {
      mkdirSync(folder, { recursive: true })
      appendFileSync(file, `${JSON.stringify({ version: 1, apiId, baseUrl, runId, supplied })}\n`)
      isBegun = true
    }
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  }
  return { made: (made) => write({ made }), gone: (gone) => write({ gone }) }
}

/** The cleanup logs of a folder, the oldest name first; none where there is no folder. Throws for a file that is no cleanup log. */
export function readCleanupLogs(folder: string): readonly CleanupLogFile[] {
  return listFiles(folder).map((name) => readCleanupLog(join(folder, name)))
}

/** What a cleanup log still holds, or nothing where no such file was begun. */
export function findCleanupLog(folder: string, runId: string): CleanupLogFile | undefined {
  return listFiles(folder).includes(`${runId}${ending}`) ? readCleanupLog(toPath(folder, runId)) : undefined
}

/** Takes a cleanup log away of which nothing is left, and its folder when it is empty. */
export function dropCleanupLog(folder: string, { file }: Pick<CleanupLogFile, 'file'>): void {
  rmSync(file, { force: true })
  try {
    rmdirSync(folder)
  } catch {
    // Other runs have their cleanup logs there.
  }
}

const ending = '.cleanup log.jsonl'

function toPath(folder: string, runId: string): string {
  return join(folder, `${runId}${ending}`)
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
  } catch {
    return []
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
    made: z.object({
      what: z.string(),
      create: z.string(),
      path: z.record(z.string(), z.string()),
      before: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
  z.object({ gone: z.string() }),
])

function readCleanupLog(file: string): CleanupLogFile {
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n')
  const head = First.safeParse(parseJson(first))
  if (!head.success) throw new Error(`${file} is not a cleanup log`)
  const left = new Map<string, Made>()
  for (const text of rest) {
    // A crash may cut the last line; its request was not sent.
    const line = Line.safeParse(parseJson(text))
    if (!line.success) continue
    if ('made' in line.data) left.set(line.data.made.what, line.data.made)
    else left.delete(line.data.gone)
  }
  const { apiId, baseUrl, runId, supplied } = head.data
  return { file, apiId, baseUrl, runId, supplied, left: [...left.values()] }
}
