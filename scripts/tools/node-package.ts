import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needs, StepError, type Work } from '../clients/client.ts'

/** Installs packages with exact versions into the folder of the tool, unless they are there. */
export async function installPackages(work: Work, packages: Readonly<Record<string, string>>): Promise<void> {
  const manifest = `${JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2)}\n`
  await mkdir(work.folder, { recursive: true })
  const stamp = join(work.folder, 'made-with.json')
  await writeFile(join(work.folder, 'package.json'), manifest)
  if ((await readFile(stamp, 'utf8').catch(() => '')) === manifest) return
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock']
  await needs(
    work.run('npm install', 'npm', args, { cwd: work.folder }),
    (output) => `npm could not install packages: ${output.trimEnd().split('\n').at(-1)}`,
  )
  await writeFile(stamp, manifest)
}

/** Runs a script of the tool, or one of its commands, with the Node of this process. */
export function runNode(work: Work, what: string, args: readonly string[]): Promise<string> {
  return work.run(what, process.execPath, args, { cwd: work.folder })
}

/** The path of a command that a package installs. */
export const toBin = (work: Work, name: string): string => join(work.folder, 'node_modules', '.bin', name)

const root = join(import.meta.dirname, '..', '..')

/** Compiles files with the strict options of a user. Returns the lines of the compiler. */
export async function compileTypeScript(work: Work, files: readonly string[]): Promise<readonly string[]> {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'preserve',
    moduleResolution: 'bundler',
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  }
  await writeFile(join(work.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }, null, 2))
  const args = [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.', '--pretty', 'false']
  try {
    return (await work.run('tsc', process.execPath, args, { cwd: work.folder })).split('\n')
  } catch (error) {
    if (error instanceof StepError) return error.output.split('\n')
    throw error
  }
}
