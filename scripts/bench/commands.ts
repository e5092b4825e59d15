import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { apis } from '../../schemas/apis.ts'
import { toSubject } from '../detection/subject.ts'
import { atMost, type Row, toNumber } from './row.ts'
import { startServer } from './server-process.ts'
import { median } from './statistics.ts'
import { builtCli } from './subjects.ts'

const run = promisify(execFile)
const generate = fileURLToPath(new URL('../generate.ts', import.meta.url))

/** Measures commands that a user waits for: `verify` of each API against the mock, and `generate --check`. */
export async function measureCommands(rounds: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const { id } of apis) {
    const seconds = await repeat(rounds, () => verify(id))
    rows.push(toRow(`\`verify ${id}\` against the mock`, seconds, 15))
  }
  // Without the compile cache of Node, every run is a first run.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const seconds = await repeat(rounds, () => time(() => run(process.execPath, [generate, '--check'], { env })))
  return [...rows, toRow('`generate --check` of all documents', seconds, 4)]
}

/** Seconds of a run against a new mock, which has the fixtures of the checks. */
async function verify(id: string): Promise<number> {
  const { mock, supplied } = toSubject(id, false)
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const seed = join(folder, 'seed.json')
  await writeFile(seed, JSON.stringify(mock.seed ?? {}))
  const server = await startServer([builtCli, 'mock', '--quiet', '--seed-file', seed], '/')
  try {
    const fixtures = Object.entries(supplied).flatMap(([name, values]) =>
      values.flatMap((value) => ['--fixture', `${name}=${value}`]),
    )
    const args = [builtCli, 'verify', id, '--url', server.url, ...fixtures]
    return await time(() => run(process.execPath, args, { cwd: folder }))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function repeat(rounds: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) values.push(await measure())
  return values
}

/** Seconds that an action takes. */
async function time(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return (performance.now() - start) / 1000
}

function toRow(what: string, seconds: readonly number[], bound: number): Row {
  return atMost(what, median(seconds), bound, 's', `best ${toNumber(Math.min(...seconds))}`)
}
