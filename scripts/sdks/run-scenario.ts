import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../mocks/adapters/http/node.ts'
import { toBareEnvironment } from './bare-environment.ts'
import { runCommand } from './command.ts'
import { invocationRules } from './invocation-rules.ts'
import type { Outcome } from './outcome.ts'

export interface ScenarioOptions {
  readonly command: readonly [file: string, ...args: string[]]
  readonly account: string
  /** APIs of which every operation must be called. This proves that the SDK talked to the mock. */
  readonly apis: readonly string[]
  /** Operations that the SDK does not have. Default: none. */
  readonly lacks?: readonly string[] | undefined
  readonly limitMs: number
  readonly signal: AbortSignal
}

/** Runs a scenario against a new mock, which verifies signatures with a generated key. */
export async function runScenario(options: ScenarioOptions): Promise<Outcome> {
  const { account, apis, lacks = [], limitMs, signal } = options
  const [file, ...args] = options.command
  const key = { id: randomUUID(), secret: randomUUID() }
  const home = await mkdtemp(join(tmpdir(), 'sdk-')) // some SDKs write there
  const served = await serve({
    port: 0,
    auth: { mode: 'verify', credentials: [key] },
    behaviour: { 'aliyun-fc': { invocations: invocationRules } },
  })
  try {
    const env = {
      ...toBareEnvironment(home, served.url),
      MOCK_ACCOUNT: account,
      MOCK_KEY_ID: key.id,
      MOCK_SECRET: key.secret,
      MOCK_WRONG_SECRET: randomUUID(),
    }
    const { end, output } = await runCommand(file, args, { env, cwd: home, limitMs, signal })
    if (end === 'too long') return toFailure(`not done within ${limitMs / 1000} s`, output)
    if (end !== 'done') return toFailure(`the scenario ${end === 'failed' ? 'failed' : `ended with: ${end}`}`, output)
    const uncalled = served.emulator
      .coverage()
      .filter(({ api }) => apis.includes(api))
      .flatMap(({ detail }) => detail.filter(({ calls }) => calls === 0).map(({ operation }) => operation))
      .filter((operation) => !lacks.includes(operation))
    if (uncalled.length > 0) return toFailure(`the scenario never called ${uncalled.join(', ')}`, output)
    return { kind: 'passed' }
  } finally {
    await served.close()
    await rm(home, { recursive: true, force: true })
  }
}

function toFailure(reason: string, details: string): Outcome {
  return { kind: 'failed', reason, details }
}
