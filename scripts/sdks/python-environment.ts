import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandResult, runCommand } from './command.ts'

/** The interpreter of an environment with all requirements, or the reason why there is none. */
export type PythonEnvironment = { readonly python: string } | { readonly missing: string }

export interface PythonOptions {
  /** The folder of the environment. An environment with the same requirements is reused. */
  readonly folder: string
  readonly requirements: string
  /** The interpreter that creates the environment. Default: `python3`. */
  readonly python?: string
  readonly signal: AbortSignal
}

/** Creates a virtual environment, or reuses an existing one. */
export async function preparePython(options: PythonOptions): Promise<PythonEnvironment> {
  const { folder, requirements, python = 'python3', signal } = options
  const probe = await runCommand(python, ['-c', probeScript], { limitMs: 20_000, signal })
  if (probe.end === 'missing') return { missing: `${python} is not installed` }
  if (probe.end !== 'done') return { missing: `${python} cannot create virtual environments: ${toProblem(probe)}` }

  const made = join(folder, 'bin', 'python')
  const stamp = `${probe.output.trim()}\n${await readFile(requirements, 'utf8')}`
  const stampFile = join(folder, 'made-with.txt')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return { python: made }

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const venv = await runCommand(python, ['-m', 'venv', folder], { limitMs: 60_000, signal })
  if (venv.end !== 'done') return { missing: `${python} could not create the virtual environment: ${toProblem(venv)}` }
  const install = await runCommand(made, ['-m', 'pip', ...pipArguments, '-r', requirements], {
    limitMs: 300_000,
    signal,
  })
  if (install.end !== 'done') return { missing: `pip could not install packages: ${toProblem(install)}` }
  await writeFile(stampFile, stamp)
  return { python: made }
}

/** Prints the version of the interpreter. Some systems package the imported modules separately. */
const probeScript = 'import ensurepip, venv, sys; print(sys.version)'

/** Retries once if the registry does not respond within 15 s. */
const pipArguments = [
  'install',
  '--quiet',
  '--disable-pip-version-check',
  '--no-input',
  '--retries',
  '1',
  '--timeout',
  '15',
]

/** The last `ERROR:` line of the output, or its last line. */
function toProblem({ end, output }: CommandResult): string {
  if (end === 'too long' || end === 'stopped') return end
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return (lines.findLast((line) => line.startsWith('ERROR:')) ?? lines.at(-1) ?? 'no message').replace(/^ERROR: /, '')
}
