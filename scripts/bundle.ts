import { readFile, rm, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { renderConfigSchema } from './settings/render.ts'

/**
 * Joins the built command line and what the mock needs into a few files, `dist/bin/`: finding and reading some four
 * hundred files one by one takes longer than all that is in them. `npm run build` runs it after the compiler.
 */
const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/**
 * These stay in files of their own: what finds its neighbours by its own place, and what it shares with the command
 * line, such as the class of its errors.
 */
const apart = /^(contracts\/|scripts\/cli\/(verify|cleanup|merge|report)\.js$)/

/** Packages that many runs do without. They are loaded from where they are installed. */
const seldom = /^(@stoplight\/|msw|vitest|yaml)/

await rm(`${dist}bin`, { recursive: true, force: true })
const bundle = await rolldown({
  input: { 'faas-contracts': `${dist}scripts/cli.js` },
  platform: 'node',
  external: seldom,
  plugins: [
    {
      name: 'apart',
      async resolveId(source, importer, options) {
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
        const path = resolved && relative(dist, resolved.id)
        return path && apart.test(path) ? { id: `dist:${path}`, external: true } : resolved
      },
    },
  ],
})
const { output } = await bundle.write({
  dir: `${dist}bin`,
  chunkFileNames: '[name]-[hash].js',
  paths: (id) => id.replace(/^dist:/, '../'),
})
await bundle.close()

const files = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
const packages = [...new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []))]
const licences = await Promise.all(
  packages
    .sort()
    .map(
      async (folder) =>
        `${folder.replace(/^.*\/node_modules\//, '')}\n\n${await readFile(`${folder}/LICENSE`, 'utf8')}`,
    ),
)
await writeFile(`${dist}bin/LICENSES.txt`, licences.join('\n\n'))
await writeFile(`${dist}config.schema.json`, renderConfigSchema())
