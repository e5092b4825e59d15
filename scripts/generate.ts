import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { parseArgs, styleText } from 'node:util'

const root = join(import.meta.dirname, '..')
const directory = join(root, 'generated')

/** What stands in `generated/` and should not, or the other way round. */
export interface Difference {
  readonly path: string
  readonly kind: 'stale' | 'missing' | 'orphaned'
}

/** Compares the rendered files with those on disk, all of them, without writing. */
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

async function writeDifferences(files: ReadonlyMap<string, string>, differences: readonly Difference[]): Promise<void> {
  for (const { path, kind } of differences) {
    const target = join(directory, path)
    if (kind === 'orphaned') await rm(target)
    else {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, files.get(path) ?? '')
    }
  }
}

const usage = `usage: npm run generate [-- --check]

Writes generated/ from schemas/. With --check nothing is written: every file that is
stale, missing or orphaned is listed, and the exit code is 1 if there is one.`

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    console.log(usage)
    return 0
  }
  // Compiling the TypeScript compiler is a third of the whole; the cache must be on before it is loaded.
  enableCompileCache()
  const [{ apis }, { render }] = await Promise.all([import('../schemas/apis.ts'), import('./render/render.ts')])
  const files = await render(apis)
  const differences = await findDifferences(files, directory)
  if (!values.check) {
    await writeDifferences(files, differences)
    const written = differences.length === 0 ? 'nothing changed' : `${differences.length} changed`
    console.log(`generated: ${files.size} files, ${written}`)
    return 0
  }
  for (const { kind, path } of differences) console.error(`${styleText('red', kind)} generated/${path}`)
  if (differences.length === 0) console.log(`generated: ${files.size} files are current`)
  else console.error('run: npm run generate')
  return differences.length === 0 ? 0 : 1
}

if (import.meta.main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = error instanceof TypeError && 'code' in error ? 2 : 3
  }
}
