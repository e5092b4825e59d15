import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './command.ts'

/** The folder with the installed packages, or the reason why there is none. */
export type NodePackages = { readonly folder: string } | { readonly missing: string }

export interface NodePackagesOptions {
  /** The folder for the packages. Packages of the same manifest are reused. */
  readonly folder: string
  /** The `package.json` that pins the packages. */
  readonly manifest: string
  /** The npm command. Default: `npm`. */
  readonly npm?: string
  readonly signal: AbortSignal
}

/** Installs packages from npm without running their scripts, or reuses them. */
export async function installNodePackages(options: NodePackagesOptions): Promise<NodePackages> {
  const { folder, manifest, npm = 'npm', signal } = options
  const wanted = await readFile(manifest, 'utf8')
  const stampFile = join(folder, 'made-with.txt')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === wanted) return { folder }

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await copyFile(manifest, join(folder, 'package.json'))
  const install = await runCommand(npm, [...npmArguments], { cwd: folder, limitMs: 300_000, signal })
  if (install.end === 'missing') return { missing: `${npm} is not installed` }
  if (install.end !== 'done') {
    const line = install.output.split('\n').findLast((text) => text.startsWith('npm error'))
    return { missing: `npm could not install packages: ${line?.replace('npm error ', '') ?? install.end}` }
  }
  await writeFile(stampFile, wanted)
  return { folder }
}

const npmArguments = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'] as const
