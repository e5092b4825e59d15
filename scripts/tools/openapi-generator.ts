import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { JsonObject } from '../../schemas/core/json-value.ts'
import { toOneSpelling } from '../cli/one-spelling.ts'
import { needs, type Work } from '../clients/client.ts'
import { prepareGenerator, toJar, version } from '../clients/languages/openapi-generator.ts'
import { expectGoErrors, goEnvironment } from './go.ts'
import { runNode } from './node-package.ts'
import type { Tool } from './tool.ts'
import { preparePythonTools, programs, runPython } from './validators.ts'

const fc2021 = 'aliyun-fc-2021-04-06'

/** The generator is the one of `npm run test:clients`. */
const withClients = (work: Work): Work => ({ ...work, folder: join(work.folder, '..', '..', 'clients', 'any') })

/** Generates a client of each API, in a folder with the name of the API. */
async function generate(work: Work, generator: string, toProperties: (api: string) => string): Promise<void> {
  for (const api of work.apis) {
    const text = await readFile(work.toDocument(api, 'openapi-3.0.yaml'), 'utf8')
    const document = join(work.folder, `${api}.json`)
    await writeFile(document, JSON.stringify(toOneSpelling(load(text) as JsonObject))) // a committed file
    const output = join(work.folder, api)
    await rm(output, { recursive: true, force: true })
    const options = ['-g', generator, '-i', document, '-o', output, '--additional-properties', toProperties(api)]
    const quiet = ['-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=error']
    await work.run('openapi-generator', 'java', [...quiet, '-jar', toJar(withClients(work)), 'generate', ...options])
  }
}

const shared = {
  version,
  document: 'OpenAPI 3.0, `--one-spelling`',
  fast: false,
  note: 'Names that differ only in case become duplicate fields. Use `--one-spelling`, or name mappings.',
} as const

const toPackage = (api: string) => api.replaceAll('-', '_')

const typescriptFetch: Tool = {
  ...shared,
  id: 'openapi-generator (typescript-fetch)',
  prepare: (work) => prepareGenerator(withClients(work)),
  checks: {
    loads: (work) => generate(work, 'typescript-fetch', () => 'supportsES6=true'),
    compiles: (work) =>
      compileFetch(
        work,
        work.apis.map((api) => `${api}/index.ts`),
      ),
    fields: (work) => compileFetch(work, ['fields.ts']),
    types: (work) => compileFetch(work, ['types.ts']),
    updates: async (work) => {
      await writeFile(join(work.folder, 'js', 'package.json'), '{ "type": "commonjs" }\n')
      await cp(join(programs, 'typescript-fetch-updates.cjs'), join(work.folder, 'js', 'updates.cjs'))
      await runNode(work, 'updates.cjs', [join('js', 'updates.cjs')])
    },
  },
}

const root = join(import.meta.dirname, '..', '..')

/** Compiles clients, or programs of `programs/typescript-fetch`, to JavaScript. */
async function compileFetch(work: Work, files: readonly string[]): Promise<void> {
  await cp(join(programs, 'typescript-fetch'), work.folder, { recursive: true })
  const compilerOptions = {
    strict: true,
    target: 'es2022',
    module: 'commonjs',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    rootDir: '.',
    outDir: 'js',
    skipLibCheck: true,
  }
  await writeFile(join(work.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }, null, 2))
  await runNode(work, 'tsc', [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'])
}

const go: Tool = {
  ...shared,
  note: `${shared.note} Values of two enumerations have the same names without \`enumClassPrefix\`.`,
  id: 'openapi-generator (go)',
  prepare: async (work) => {
    await needs(work.run('go', 'go', ['version']), () => 'go is not installed')
    await prepareGenerator(withClients(work))
  },
  checks: {
    loads: (work) =>
      generate(
        work,
        'go',
        (api) => `packageName=${toPackage(api)},isGoSubmodule=true,withGoMod=false,enumClassPrefix=true`,
      ),
    compiles: async (work) => {
      await cp(join(programs, 'go-client'), work.folder, { recursive: true })
      const tests = work.apis.map((api) => join(work.folder, api, 'test'))
      await Promise.all(tests.map((folder) => rm(folder, { recursive: true, force: true })))
      await work.run('go mod tidy', 'go', ['mod', 'tidy'], { cwd: work.folder, env: goEnvironment })
      await work.run('go build', 'go', ['build', ...work.apis.map((api) => `./${api}`)], {
        cwd: work.folder,
        env: goEnvironment,
      })
    },
    fields: (work) => expectGoErrors(work, './fields', 0),
    types: (work) => expectGoErrors(work, './types', 3),
    updates: async (work) =>
      void (await work.run('go run', 'go', ['run', './updates'], { cwd: work.folder, env: goEnvironment })),
  },
}

const python: Tool = {
  ...shared,
  id: 'openapi-generator (python)',
  prepare: async (work) => {
    await preparePythonTools(work)
    await prepareGenerator(withClients(work))
  },
  checks: {
    loads: (work) => generate(work, 'python', (api) => `packageName=${toPackage(api)}`),
    compiles: async (work) => void (await runPython(work, 'use-client.py', ['compiles', ...work.apis])),
    fields: async (work) => void (await runPython(work, 'use-client.py', ['fields', ...work.apis])),
    types: async (work) => void (await runPython(work, 'use-client.py', ['types', fc2021])),
    updates: async (work) => void (await runPython(work, 'use-client.py', ['updates', ...work.apis])),
  },
}

const php: Tool = {
  ...shared,
  id: 'openapi-generator (php)',
  prepare: async (work) => {
    await needs(work.run('php', 'php', ['--version']), () => 'php is not installed')
    await prepareGenerator(withClients(work))
  },
  checks: {
    loads: (work) => generate(work, 'php', (api) => `invokerPackage=${toPackage(api)}`),
    compiles: async (work) => {
      for (const api of work.apis) {
        const folder = join(work.folder, api, 'lib')
        const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.php'))
        await work.run('php -l', 'php', ['-l', ...files.map((file) => join(folder, file))])
      }
    },
    fields: async (work) => void (await runPhp(work, 'fields')),
    types: async (work) => void (await runPhp(work, 'types')),
    updates: async (work) => void (await runPhp(work, 'updates')),
  },
  limits: { types: 'The models of PHP do not check the types of their fields before a request.' },
}

const runPhp = (work: Work, check: string) =>
  work.run('use-client.php', 'php', [join(programs, 'use-client.php'), check, work.folder])

export const generators: readonly Tool[] = [typescriptFetch, go, python, php]
