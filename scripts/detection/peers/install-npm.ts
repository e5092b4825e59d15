import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Installs an npm package in a folder unless it is there. Returns the path of `file` in the package. */
export async function installNpm(folder: string, name: string, version: string, file: string): Promise<string> {
  const program = join(folder, 'node_modules', name, file)
  if (!existsSync(program)) {
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags, `${name}@${version}`])
  }
  return program
}
