/** Makes `dist/` from the compiled sources: bundled entry points, and the types that they need. */
import { readdirSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { writePages } from './bundle/pages.ts'
import { removeTexts } from './bundle/remove-texts.ts'
import { renderConfigSchema } from './settings/render.ts'
import { renderSeedSchema } from './settings/seed-schema.ts'

const root = join(import.meta.dirname, '..')
const [compiled, dist] = [join(root, 'build', 'compiled'), join(root, 'dist')]

const { exports, dependencies, peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, { readonly types: string; readonly default: string } | string>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
} // our own file

/** The names of the entry points, without `./dist/` and the ending. */
const entries = Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : toNames(entry.default.replace(/^\.\/dist\/|\.js$/g, '')),
)

/** The commands that use the suite or all texts of the schemas, and the class of their errors. */
const suiteCommands = [
  'contracts/core/exit-codes',
  ...['verify', 'traffic', 'proxy', 'cleanup', 'merge', 'report', 'list'].map((name) => `scripts/cli/${name}`),
]

/** The names that a pattern of the exports stands for: every file of a folder. */
function toNames(pattern: string): string[] {
  if (!pattern.endsWith('/*')) return [pattern]
  const folder = pattern.slice(0, -2)
  const files = readdirSync(join(compiled, folder)).filter((file) => file.endsWith('.js'))
  return files.map((file) => `${folder}/${file.slice(0, -3)}`)
}

await rm(dist, { recursive: true, force: true })
await writeScripts()
await writeTypes()
await writeFile(join(dist, 'config.schema.json'), renderConfigSchema())
await writeFile(join(dist, 'seed.schema.json'), renderSeedSchema())
await cp(join(root, 'scripts', 'cli', 'start.cjs'), join(dist, 'bin', 'faas-contracts.cjs'))

/**
 * Makes four bundles. Modules that several entry points of a bundle need are in common chunks, so that an entry point loads
 * a few files and only what it needs.
 * - The mocks, without the texts of documents.
 * - The library: everything else but the models and the command, and the parts of the command that use the suite.
 * - The models. Each is a file, so that it can be imported alone, and the library does not load all these files.
 * - The command, without the texts of documents. It contains zod, because the 80 files of zod would slow down the start.
 *   The other bundles import zod, so that an application has one copy.
 */
async function writeScripts(): Promise<void> {
  const withoutTexts = removeTexts(join(compiled, 'schemas'))
  const isModel = (entry: string) => entry.includes('/models/')
  const isMock = (entry: string) => entry.startsWith('mocks/')
  const library = [...entries.filter((entry) => !isModel(entry) && !isMock(entry)), ...suiteCommands]
  const files = [
    await writeBundle('mocks/chunks', entries.filter(isMock), { plugins: [withoutTexts] }),
    await writeBundle('chunks', library, { plugins: [importFromDist(entries.filter(isMock))] }),
    await writeBundle('schemas/chunks', entries.filter(isModel), {}),
    await writeBundle('bin/chunks', ['scripts/cli'], {
      plugins: [withoutTexts, importFromDist(suiteCommands)],
      inside: 'zod',
    }),
  ]
  await writeLicences([...files.flat(), ...(await writePages(root, join(dist, 'pages')))])
}

/** Imports the entry points of another bundle from `dist/`, so that the package contains them once. */
function importFromDist(names: readonly string[]): Plugin {
  return {
    name: 'import-from-dist',
    resolveId(specifier, importer) {
      if (!importer || !specifier.startsWith('.')) return
      const name = relative(compiled, resolve(dirname(importer), specifier)).replace(/\.js$/, '')
      return names.includes(name) ? { id: `dist:${name}.js`, external: true } : undefined
    },
    renderChunk: (code, { fileName }) =>
      code.replaceAll(/(?<=["'`])dist:/g, '../'.repeat(fileName.split('/').length - 1)),
  }
}

/** Writes one bundle, with the chunks in a folder of `dist/`. Returns the source files that it contains. */
async function writeBundle(
  chunks: string,
  names: readonly string[],
  { plugins = [], inside }: { readonly plugins?: Plugin[]; readonly inside?: string },
): Promise<readonly string[]> {
  const outside = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== inside)
  const bundle = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, join(compiled, `${name}.js`)])),
    platform: 'node',
    plugins,
    external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
  })
  // Without white space, but with the names of functions, so that stack traces are readable.
  const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } }
  const { output } = await bundle.write({ dir: dist, chunkFileNames: `${chunks}/[name]-[hash].js`, minify })
  await bundle.close()
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}

/** The licences of the packages that are part of the bundle. */
async function writeLicences(files: readonly string[]): Promise<void> {
  const packages = new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []))
  const texts = [...packages].sort().map(async (folder) => {
    const name = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file))
    if (name === undefined) throw new Error(`${folder} has no licence`)
    return `${folder.replace(/^.*\/node_modules\//, '')}\n\n${await readFile(join(folder, name), 'utf8')}`
  })
  await writeFile(join(dist, 'LICENSES.txt'), (await Promise.all(texts)).join('\n\n'))
}

/** Copies the declarations that the entry points import, directly or through others. Each level is indented by one space. */
async function writeTypes(): Promise<void> {
  const waiting = entries.map((entry) => join(compiled, `${entry}.d.ts`))
  const seen = new Set(waiting)
  for (const file of waiting) {
    const text = await readFile(file, 'utf8')
    const target = join(dist, relative(compiled, file))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(
      target,
      text.replaceAll(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 4)),
    )
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g)) {
      const imported = resolve(dirname(file), specifier.replace(/\.[jt]s$/, '.d.ts'))
      if (seen.has(imported)) continue
      seen.add(imported)
      waiting.push(imported)
    }
  }
}
