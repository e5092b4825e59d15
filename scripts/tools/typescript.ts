import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Work } from '../clients/client.ts'
import { compileTypeScript, installPackages, runNode, toBin } from './node-package.ts'
import { AspectError, type Tool } from './tool.ts'

const fc2016 = 'aliyun-fc-2016-08-15'
const fc2021 = 'aliyun-fc-2021-04-06'
const huawei = 'huawei-functiongraph-v2'

/** How a program names a model of an API. */
interface Names {
  /** The file of an API, below the folder of the tool. */
  readonly toFile: (api: string) => string
  /** The import of an API as `api`, and the type of a model. */
  readonly toImport: (file: string) => string
  readonly toType: (model: string) => string
}

const plainNames: Names = {
  toFile: (api) => `out/${api}.ts`,
  toImport: (file) => `import type * as api from './${file}'`,
  toType: (model) => `api.${model}`,
}

/** Programs that compile only if their `@ts-expect-error` lines are errors, by the aspect that they prove. */
function toPrograms({ toType }: Names) {
  const type = toType('CreateFunctionInput')
  return {
    fields: {
      api: fc2016,
      lines: [
        `export const error: Required<${toType('Error')}> = { errorCode: '', errorMessage: '', ErrorCode: '', ErrorMessage: '' }`,
        `export const alias: ${toType('Alias')} = { aliasName: 'a', versionId: '1', versionID: '1' }`,
      ],
    },
    types: {
      api: fc2021,
      lines: [
        `export const valid: ${type} = { functionName: 'f', handler: 'h', runtime: 'python3.9', code: { zipFile: 'UEs=' } }`,
        '// @ts-expect-error a number',
        `export const number: ${type} = 42`,
        '// @ts-expect-error no handler and no runtime',
        `export const incomplete: ${type} = { functionName: 'f' }`,
        '// @ts-expect-error an unknown runtime',
        `export const unknown: ${type} = { functionName: 'f', handler: 'h', runtime: 'cobol' }`,
        '// @ts-expect-error a text instead of a number',
        `export const text: ${type} = { functionName: 'f', handler: 'h', runtime: 'python3.9', timeout: '3' }`,
      ],
    },
  }
}

/** The checks of a generator of types. The compiler runs once for all of them. */
function toChecks(generate: (work: Work) => Promise<void>, names: Names): Tool['checks'] {
  let printed: readonly string[] = []
  const expectNone = async (isRelevant: (line: string) => boolean) => {
    const found = printed.filter((line) => line !== '' && isRelevant(line))
    if (found.length > 0) throw new AspectError(found.join('\n'))
  }
  return {
    loads: async (work) => {
      await generate(work)
      const programs = Object.entries(toPrograms(names))
      for (const [name, { api, lines }] of programs) {
        const text = [names.toImport(names.toFile(api)), ...lines, ''].join('\n')
        await writeFile(join(work.folder, `${name}.ts`), text)
      }
      printed = await compileTypeScript(work, [
        ...work.apis.map(names.toFile),
        ...programs.map(([name]) => `${name}.ts`),
      ])
    },
    compiles: () => expectNone((line) => !/^(fields|types)\.ts/.test(line)),
    fields: () => expectNone((line) => line.startsWith('fields.ts')),
    types: () => expectNone((line) => line.startsWith('types.ts')),
  }
}

async function forEachApi(work: Work, run: (api: string) => Promise<unknown>): Promise<void> {
  await mkdir(join(work.folder, 'out'), { recursive: true })
  for (const api of work.apis) await run(api)
}

const versions = { orval: '8.38.0', kubb: '4.39.3', zodClient: '1.18.3', typedOpenapi: '2.2.7' }

export const orval: Tool = {
  id: 'orval',
  note: 'Generates types, which send nothing.',
  version: versions.orval,
  document: 'OpenAPI 3.1',
  fast: true,
  prepare: (work) => installPackages(work, { orval: versions.orval }),
  checks: toChecks(async (work) => {
    const projects = work.apis.map((api) => [
      api,
      { input: work.toDocument(api, 'openapi.yaml'), output: { target: `out/${api}.ts`, client: 'fetch' } },
    ])
    const config = `export default ${JSON.stringify(Object.fromEntries(projects), null, 2)}\n`
    await writeFile(join(work.folder, 'orval.config.mjs'), config)
    await runNode(work, 'orval', [toBin(work, 'orval'), '--config', 'orval.config.mjs'])
  }, plainNames),
}

export const kubb: Tool = {
  id: 'kubb',
  note: 'Generates types, which send nothing.',
  version: versions.kubb,
  document: 'OpenAPI 3.1',
  fast: true,
  prepare: (work) =>
    installPackages(
      work,
      Object.fromEntries(['cli', 'core', 'plugin-oas', 'plugin-ts'].map((name) => [`@kubb/${name}`, versions.kubb])),
    ),
  checks: toChecks(
    async (work) => {
      const projects = work.apis.map((api) => {
        const input = JSON.stringify({ path: work.toDocument(api, 'openapi.yaml') })
        const plugins = `[pluginOas({ generators: [] }), pluginTs({ output: { path: 'types.ts', barrelType: false } })]`
        return `{ name: '${api}', root: '.', input: ${input}, output: { path: 'out/${api}', clean: true, format: false, lint: false }, plugins: ${plugins} }`
      })
      const imports = [
        `import { defineConfig } from '@kubb/core'`,
        `import { pluginOas } from '@kubb/plugin-oas'`,
        `import { pluginTs } from '@kubb/plugin-ts'`,
      ]
      const config = [...imports, `export default defineConfig([${projects.join(', ')}])`, ''].join('\n')
      await writeFile(join(work.folder, 'kubb.config.mjs'), config)
      await runNode(work, 'kubb', [toBin(work, 'kubb'), 'generate', '--config', 'kubb.config.mjs'])
    },
    { ...plainNames, toFile: (api) => `out/${api}/types.ts` },
  ),
}

export const typedOpenapi: Tool = {
  id: 'typed-openapi',
  note: 'Generates types, which send nothing.',
  version: versions.typedOpenapi,
  document: 'OpenAPI 3.1',
  fast: true,
  prepare: (work) => installPackages(work, { 'typed-openapi': versions.typedOpenapi }),
  checks: toChecks(
    (work) =>
      forEachApi(work, (api) => {
        const args = [toBin(work, 'typed-openapi'), work.toDocument(api, 'openapi.yaml'), '-o', `out/${api}.ts`]
        return runNode(work, 'typed-openapi', args)
      }),
    { ...plainNames, toType: (model) => `api.Schemas.${model}` },
  ),
}

const zodNames: Names = {
  ...plainNames,
  toImport: (file) => `import type { z } from 'zod'\nimport { schemas } from './${file}'`,
  toType: (model) => `z.input<typeof schemas.${model}>`,
}

export const openapiZodClient: Tool = {
  id: 'openapi-zod-client',
  version: versions.zodClient,
  document: 'OpenAPI 3.1',
  fast: true,
  prepare: (work) =>
    installPackages(work, { 'openapi-zod-client': versions.zodClient, '@zodios/core': '10.9.6', zod: '3.25.76' }),
  checks: {
    ...toChecks(
      (work) =>
        forEachApi(work, (api) => {
          const args = [toBin(work, 'openapi-zod-client'), work.toDocument(api, 'openapi.yaml')]
          return runNode(work, 'openapi-zod-client', [...args, '-o', `out/${api}.ts`, '--export-schemas'])
        }),
      zodNames,
    ),
    updates: async (work) => {
      const text = await readFile(join(work.folder, 'out', `${huawei}.ts`), 'utf8')
      const update = /const UpdateFunctionConfigRequest = [\s\S]*?(?=\nconst )/.exec(text)?.[0]
      if (update === undefined) throw new AspectError('there is no UpdateFunctionConfigRequest')
      if (update.includes('.default(')) throw new AspectError('UpdateFunctionConfigRequest has a default')
    },
  },
}
