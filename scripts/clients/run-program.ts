import { toCount } from '../../schemas/core/lib/count.ts'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../mocks/adapters/http/node.ts'
import { toBareEnvironment } from '../sdks/bare-environment.ts'
import { runCommand } from '../sdks/command.ts'
import type { Outcome } from '../sdks/outcome.ts'
import { compareLines, readLines } from './expect-lines.ts'
import { type Scenario, toForcedCodes } from './scenario/scenario.ts'

export interface ProgramOptions {
  readonly command: readonly [file: string, ...args: string[]]
  readonly scenario: Scenario
  /** Whether the mock verifies signatures and the program gets an access key. */
  readonly signed: boolean
  readonly signal: AbortSignal
}

/** Runs one program against a new mock and compares its output with the scenario. */
export async function runProgram(options: ProgramOptions): Promise<Outcome> {
  const {
    command: [file, ...args],
    scenario,
    signed,
    signal,
  } = options
  const key = { id: randomUUID(), secret: randomUUID() }
  const home = await mkdtemp(join(tmpdir(), 'client-'))
  const served = await serve({ port: 0, auth: signed ? { mode: 'verify', credentials: [key] } : { mode: 'off' } })
  try {
    for (const [path, body] of scenario.before ?? []) {
      const { status } = await fetch(`${served.url}${path}`, { method: 'POST', body: JSON.stringify(body) })
      if (status !== 200) throw new Error(`the mock returned ${status} for POST ${path}, a preparation of the scenario`)
    }
    const env = {
      ...toBareEnvironment(home, served.url),
      FORCED_ERRORS: toForcedCodes(scenario.forced).join(','),
      ...(signed && { MOCK_KEY_ID: key.id, MOCK_SECRET: key.secret }),
    }
    const { end, output } = await runCommand(file, args, { env, limitMs, signal, longestOutput: 200_000 })
    if (end !== 'done') {
      return {
        kind: 'failed',
        reason: end === 'failed' ? 'the program failed' : `the program ended with: ${end}`,
        details: output,
      }
    }
    const differences = compareLines(scenario.steps, readLines(output))
    if (differences.length === 0) return { kind: 'passed' }
    return { kind: 'failed', reason: toCount(differences.length, 'difference'), details: differences.join('\n') }
  } finally {
    await served.close()
    await rm(home, { recursive: true, force: true })
  }
}

/** Milliseconds. Programs take a few seconds. */
const limitMs = 120_000
