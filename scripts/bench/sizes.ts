import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findExcess, sizeBudgets } from '../pack/bundle-size.ts'
import { maxInstalledMb, toMegabytes } from '../pack/installed-size.ts'
import { atMost, type Row, toNumber } from './row.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Measures what the built package takes in a browser bundle and on disk. */
export async function measureSizes(): Promise<Row[]> {
  const rows: Row[] = []
  for (const budget of sizeBudgets.filter(({ entry }) => entry.startsWith('mocks/msw/'))) {
    const { kilobytes, laterKilobytes } = await findExcess(budget, `faas-contracts/${budget.entry}`, root)
    const later = `and ${toNumber(laterKilobytes)} kB for the control API and credentials, loaded when they are used`
    const what = `\`${budget.entry}\` in a bundle after gzip, beyond msw and zod`
    rows.push(atMost(what, kilobytes, budget.kilobytes, 'kB', later))
  }
  return [...rows, atMost('installed package with zod', await measureInstalled(), maxInstalledMb, 'MB')]
}

/** Installs the package in an empty project. */
async function measureInstalled(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const npm = async (cwd: string, ...args: string[]) => (await promisify(execFile)('npm', args, { cwd })).stdout.trim()
  try {
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
    const name = await npm(root, 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder)
    await npm(folder, 'install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', `./${name}`)
    return await toMegabytes(join(folder, 'node_modules'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
