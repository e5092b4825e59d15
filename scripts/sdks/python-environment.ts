import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandResult, runCommand } from './command.ts'

/** The interpreter of an environment that has all that the requirements name, or why there is none. */
export type PythonEnvironment = { readonly python: string } | { readonly missing: string }

export interface PythonOptions {
  /** Where the environment is made; what stands there is taken if it has the same requirements. */
  readonly folder: string
  readonly requirements: string
  /** The interpreter to make it with. */
  readonly python?: string
  readonly signal: AbortSignal
}

/** Makes a virtual environment, or takes the one that is there. */
export async function preparePython(options: PythonOptions): Promise<PythonEnvironment> {
  const { folder, requirements, python = 'python3', signal } = options
  const probe = await runCommand(python, ['-c', probeScript], { limitMs: 20_000, signal })
  if (probe.end === 'missing') return { missing: `there is no ${python}` }
  if (probe.end !== 'done') return { missing: `${python} can make no virtual environment: ${toProblem(probe)}` }

  const made = join(folder, 'bin', 'python')
  const stamp = `${probe.output.trim()}\n${await readFile(requirements, 'utf8')}`
  const stampFile = join(folder, 'made-with.txt')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return { python: made }

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const venv = await runCommand(python, ['-m', 'venv', folder], { limitMs: 60_000, signal })
  if (venv.end !== 'done') return { missing: `${python} made no virtual environment: ${toProblem(venv)}` }
  const install = await runCommand(made, ['-m', 'pip', ...pipArguments, '-r', requirements], {
    limitMs: 300_000,
    signal,
  })
  if (install.end !== 'done') return { missing: `pip got no packages from its registry: ${toProblem(install)}` }
  await writeFile(stampFile, stamp)
  return { python: made }
}

/** Prints the interpreter's version; the modules are parts that some systems package apart. */
const probeScript = 'import ensurepip, venv, sys; print(sys.version)'

/** Asks a registry that does not return once more and no longer than 15 s. */
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

/** The last line says what is wrong, or the last error where notices follow it. */
function toProblem({ end, output }: CommandResult): string {
  if (end === 'too long' || end === 'stopped') return end
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return (lines.findLast((line) => line.startsWith('ERROR:')) ?? lines.at(-1) ?? 'no word why').replace(/^ERROR: /, '')
}
