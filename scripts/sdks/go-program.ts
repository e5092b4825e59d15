import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandResult, runCommand } from './command.ts'

/** The program of a scenario in Go, or the reason why there is none. */
export type GoProgram =
  | { readonly program: string }
  | { readonly missing: string }
  | { readonly broken: string; readonly output: string }

export interface GoOptions {
  /** The folder of the module. Its `go.mod` pins the SDK and its `go.sum` contains all checksums. */
  readonly source: string
  /** The folder for the program. */
  readonly folder: string
  readonly name: string
  /** The `go` command. Default: `go`. */
  readonly go?: string
  readonly signal: AbortSignal
}

/** Builds a scenario with its unmodified modules, which Go downloads with its own settings. */
export async function buildGo({ source, folder, name, go = 'go', signal }: GoOptions): Promise<GoProgram> {
  const at = { cwd: source, signal }
  const version = await runCommand(go, ['version'], { ...at, limitMs: 20_000 })
  if (version.end !== 'done') return { missing: `${go} is not installed` }
  // Downloads modules without compiling. A wrong checksum does not count as a missing module.
  const modules = await runCommand(go, ['list', '-deps', '.'], { ...at, limitMs: 120_000 })
  if (modules.end !== 'done') {
    const problem = toProblem(modules)
    if (modules.end === 'failed' && !unfetched.test(modules.output)) return { broken: problem, output: modules.output }
    return { missing: `the Go module proxy failed: ${problem}` }
  }
  const program = join(folder, name)
  await mkdir(folder, { recursive: true })
  const build = await runCommand(go, ['build', '-o', program, '.'], { ...at, limitMs: 300_000 })
  if (build.end !== 'done') return { broken: 'the scenario does not compile', output: build.output }
  return { program }
}

/** Messages of Go for a module that could not be downloaded. */
const unfetched =
  /: reading (https?|file):|: Get "|dial tcp|no such host|module lookup disabled|unrecognized import path/

/** The last two lines of the output: the request of Go and the response of the proxy. */
function toProblem({ end, output }: CommandResult): string {
  if (end === 'too long' || end === 'stopped') return end
  const lines = output.split('\n').flatMap((line) => line.trim() || [])
  return lines.slice(-2).join(' ') || 'no message'
}
