import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Installs a package of npm into a folder of its own, once, and responses where one of its files is. */
export async function installNpm(folder: string, name: string, version: string, file: string): Promise<string> {
  const program = join(folder, 'node_modules', name, file)
  if (!existsSync(program)) {
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags, `${name}@${version}`])
  }
  return program
}
