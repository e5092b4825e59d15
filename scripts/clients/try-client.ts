import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandResult, runCommand } from '../sdks/command.ts'
import type { Outcome } from '../sdks/outcome.ts'
import { type Client, MissingError, StepError, type Work } from './client.ts'
import { findPoorNames } from './poor-names.ts'
import { runProgram } from './run-program.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { Tried } from './table.ts'
import { findSurprises } from './warnings.ts'

export interface TryOptions {
  readonly scenarios: readonly Scenario[]
  /** The folder for all clients. */
  readonly build: string
  readonly generated: string
  /** Do not compile or run the clients. */
  readonly generateOnly: boolean
  readonly signal: AbortSignal
}

/** Generates the clients of one generator for every API, compiles them and runs their scenarios. */
export async function tryClient(client: Client, options: TryOptions): Promise<Tried> {
  const { scenarios, signal } = options
  const runs = new Map<string, Outcome>()
  const folder = join(options.build, client.id)
  await mkdir(folder, { recursive: true })
  const work = toWork({ folder, generated: options.generated, apis: scenarios.map(({ api }) => api), signal })
  const made = await make(client, work, options.generateOnly)
  if (made.kind === 'passed' && !options.generateOnly) {
    for (const scenario of scenarios) {
      if (signal.aborted) break
      const run = { command: client.command(work, scenario.api), scenario, signal }
      runs.set(scenario.api, await runProgram({ ...run, signed: false }))
      if (client.signs.includes(scenario.api)) {
        runs.set(`${scenario.api}, signed`, await runProgram({ ...run, signed: true }))
      }
    }
  }
  return { client, made, runs }
}

/** The commands of a tool, in its folder. */
export function toWork({ generated, ...work }: Pick<Work, 'folder' | 'apis' | 'signal'> & { generated: string }): Work {
  return {
    ...work,
    toDocument: (api, name) => join(generated, api, name),
    run: async (what, file, args, given = {}) => {
      const limits = { limitMs: longestStepMs, signal: work.signal, longestOutput: 1_000_000 }
      const result = await runCommand(file, args, { ...limits, ...given })
      if (result.end !== 'done') throw new StepError(toReason(what, result), result.output)
      return result.output
    },
  }
}

async function make(client: Client, work: Work, generateOnly: boolean): Promise<Outcome> {
  try {
    await client.prepare(work)
    const surprises = findSurprises(client.id, await client.generate(work))
    if (surprises.length > 0) {
      return { kind: 'failed', reason: 'unknown warnings of the generator', details: surprises.join('\n') }
    }
    const names = await findPoorNames(work.folder)
    if (names.length > 0) {
      return { kind: 'failed', reason: 'names that the generator invented', details: names.join('\n') }
    }
    if (!generateOnly) await client.compile(work)
    return { kind: 'passed' }
  } catch (error) {
    if (error instanceof MissingError) return { kind: 'skipped', reason: error.message }
    if (error instanceof StepError) return { kind: 'failed', reason: error.message, details: error.output }
    throw error
  }
}

/** The first compilation of all dependencies of a client can take minutes on two processors. */
const longestStepMs = 600_000

function toReason(what: string, { end }: CommandResult): string {
  if (end === 'failed') return `${what} failed`
  return end === 'missing' ? `${what} is not installed` : `${what}: ${end}`
}
