import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { renderBarrels } from './render/barrels.ts'

const root = join(import.meta.dirname, '..')
const directory = join(root, 'generated')

/** A generated file that differs from its rendered text. */
export interface Difference {
  readonly path: string
  readonly kind: 'stale' | 'missing' | 'orphaned'
}

/** Compares the rendered files with all files of the folder. */
export async function findDifferences(files: ReadonlyMap<string, string>, folder: string): Promise<Difference[]> {
  const onDisk = await readFiles(folder)
  const wanted = [...files].flatMap(([path, text]): Difference[] => {
    const found = onDisk.get(path)
    if (found === undefined) return [{ path, kind: 'missing' }]
    return found === text ? [] : [{ path, kind: 'stale' }]
  })
  const orphaned = [...onDisk.keys()]
    .filter((path) => !files.has(path))
    .map((path) => ({ path, kind: 'orphaned' as const }))
  return [...wanted, ...orphaned].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      paths.map(async (path) => [relative(folder, path).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const),
    ),
  )
}

/** Compares rendered files with those on disk, and ignores all other files. */
export async function findStale(files: ReadonlyMap<string, string>, folder: string): Promise<Difference[]> {
  const found = await Promise.all(
    [...files].map(async ([path, text]): Promise<Difference[]> => {
      const onDisk = await readFile(join(folder, path), 'utf8').catch(() => undefined)
      if (onDisk === text) return []
      return [{ path, kind: onDisk === undefined ? 'missing' : 'stale' }]
    }),
  )
  return found.flat()
}

async function writeDifferences(
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
  folder: string,
): Promise<void> {
  for (const { path, kind } of differences) {
    const target = join(folder, path)
    if (kind === 'orphaned') await rm(target)
    else {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, files.get(path) ?? '')
    }
  }
}

const usage = `usage: npm run generate [-- --check]

Writes generated/ from schemas/, and the index.ts of every folder with operations, models,
handlers or checks. With --check, nothing is written: every stale, missing or orphaned file is listed,
and the exit code is 1 if there is one.`

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    console.log(usage)
    return 0
  }
  // Loading the TypeScript compiler takes a third of the time. The cache must be enabled before it is loaded.
  enableCompileCache()
  const barrels = await renderBarrels(root)
  const staleBarrels = await findStale(barrels, root)
  // The schemas import the barrels, so the barrels must be written first.
  if (!values.check) await writeDifferences(barrels, staleBarrels, root)
  const [{ apis }, { render }] = await Promise.all([import('../schemas/apis.ts'), import('./render/render.ts')])
  const files = await render(apis)
  const differences = await findDifferences(files, directory)
  if (!values.check) {
    await writeDifferences(files, differences, directory)
    const count = differences.length + staleBarrels.length
    console.log(
      `generated: ${files.size + barrels.size} files, ${count === 0 ? 'nothing changed' : `${count} changed`}`,
    )
    return 0
  }
  for (const { kind, path } of staleBarrels) console.error(`${styleText('red', kind)} ${path}`)
  for (const { kind, path } of differences) console.error(`${styleText('red', kind)} generated/${path}`)
  const isCurrent = differences.length === 0 && staleBarrels.length === 0
  if (isCurrent) console.log(`generated: ${files.size + barrels.size} files are current`)
  else console.error('run: npm run generate')
  return isCurrent ? 0 : 1
}

if (import.meta.main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = error instanceof TypeError && 'code' in error ? 2 : 3
  }
}
