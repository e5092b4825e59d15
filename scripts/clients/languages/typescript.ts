import { cp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Client, Work } from '../client.ts'

const programs = join(import.meta.dirname, '..', 'programs')
const root = join(import.meta.dirname, '..', '..', '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const require = createRequire(import.meta.url)
const toVersion = (name: string) => {
  const manifest: unknown = require(`${root}/package.json`)
  return Object(manifest).devDependencies[name] as string // package.json of this project pins it
}

/** openapi-fetch uses the committed types, so nothing is generated. */
export const openapiFetch: Client = {
  id: 'openapi-fetch',
  language: 'TypeScript',
  generator: 'openapi-fetch',
  version: toVersion('openapi-fetch'),
  document: 'types.ts',
  signs: ['aliyun-fc-2016-08-15'],
  typedErrors: 'yes: `error` has the type of the documented body',
  prepare: async () => {},
  generate: async () => '',
  compile: async (work) => {
    const files = work.apis.map((api) => join(programs, 'openapi-fetch', `${api}.ts`))
    await writeFile(join(work.folder, 'tsconfig.json'), toTsconfig(files, { noEmit: true }))
    await work.run('tsc', process.execPath, [bin('tsc'), '-p', work.folder])
  },
  command: (_, api) => [process.execPath, join(programs, 'openapi-fetch', `${api}.ts`)],
}

/** Generates one function per operation, in TypeScript that must be compiled. */
export const heyApi: Client = {
  id: 'hey-api',
  language: 'TypeScript',
  generator: '@hey-api/openapi-ts',
  version: toVersion('@hey-api/openapi-ts'),
  document: 'openapi.yaml',
  signs: [],
  typedErrors: 'yes: `error` has the type of the documented body',
  prepare: async () => {},
  generate: async (work) => {
    let printed = ''
    for (const api of work.apis) {
      const [input, output] = [work.toDocument(api, 'openapi.yaml'), join(work.folder, 'generated', api)]
      const args = [bin('openapi-ts'), '-i', input, '-o', output, '--no-log-file']
      printed += await work.run('openapi-ts', process.execPath, args, { cwd: work.folder })
    }
    return printed
  },
  compile: async (work) => {
    await copyPrograms(work)
    const files = work.apis.map((api) => join(work.folder, `${api}.ts`))
    const options = { rootDir: work.folder, outDir: join(work.folder, 'compiled'), sourceMap: false }
    await writeFile(join(work.folder, 'tsconfig.json'), toTsconfig(files, options))
    await writeFile(join(work.folder, 'package.json'), '{ "type": "module" }\n')
    await work.run('tsc', process.execPath, [bin('tsc'), '-p', work.folder])
  },
  command: (work, api) => [process.execPath, join(work.folder, 'compiled', `${api}.js`)],
}

/** Copies the programs beside the generated code that they import. */
async function copyPrograms(work: Work): Promise<void> {
  await cp(join(programs, 'hey-api'), work.folder, { recursive: true })
  const lines = await readFile(join(programs, 'openapi-fetch', 'lines.ts'), 'utf8')
  await writeFile(join(work.folder, 'lines.ts'), lines)
}

/** Strict compiler options, as a user can have them. */
function toTsconfig(files: readonly string[], options: object): string {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: ['node'],
    typeRoots: [join(root, 'node_modules', '@types')],
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    ...options,
  }
  return JSON.stringify({ compilerOptions, files }, null, 2)
}
