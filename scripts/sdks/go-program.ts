import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandResult, runCommand } from './command.ts'

/** A scenario in Go as a program that can be run, or why there is none: what is not here, or what does not compile. */
export type GoProgram =
  | { readonly program: string }
  | { readonly missing: string }
  | { readonly broken: string; readonly output: string }

export interface GoOptions {
  /** A module of its own, with the SDK's version in its `go.mod` and all check sums in its `go.sum`. */
  readonly source: string
  /** Where the program is put. */
  readonly folder: string
  readonly name: string
  /** The `go` to build with. */
  readonly go?: string
  readonly signal: AbortSignal
}

/** Builds a scenario with the unmodified modules that it requires, which Go gets by its own settings. */
export async function buildGo({ source, folder, name, go = 'go', signal }: GoOptions): Promise<GoProgram> {
  const at = { cwd: source, signal }
  const version = await runCommand(go, ['version'], { ...at, limitMs: 20_000 })
  if (version.end !== 'done') return { missing: `there is no ${go}` }
  // Fetches what is needed and compiles nothing. A check sum that is wrong is no want of a module.
  const modules = await runCommand(go, ['list', '-deps', '.'], { ...at, limitMs: 120_000 })
  if (modules.end !== 'done') {
    const problem = toProblem(modules)
    if (modules.end === 'failed' && !unfetched.test(modules.output)) return { broken: problem, output: modules.output }
    return { missing: `Go got no modules from its proxy: ${problem}` }
  }
  const program = join(folder, name)
  await mkdir(folder, { recursive: true })
  const build = await runCommand(go, ['build', '-o', program, '.'], { ...at, limitMs: 300_000 })
  if (build.end !== 'done') return { broken: 'the scenario does not compile', output: build.output }
  return { program }
}

/** What Go says where it asked for a module and got none. */
const unfetched =
  /: reading (https?|file):|: Get "|dial tcp|no such host|module lookup disabled|unrecognized import path/

/** The last two lines: Go says what it asked for, and below what the proxy returned. */
function toProblem({ end, output }: CommandResult): string {
  if (end === 'too long' || end === 'stopped') return end
  const lines = output.split('\n').flatMap((line) => line.trim() || [])
  return lines.slice(-2).join(' ') || 'no word why'
}
