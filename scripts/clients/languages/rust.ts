import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, needs } from '../client.ts'
import { generate, prepareGenerator, toNameMappings, toRuntimeNames, version } from './openapi-generator.ts'

const programs = join(import.meta.dirname, '..', 'programs', 'rust')

const crates: Readonly<Record<string, string>> = {
  'aliyun-fc-2016-08-15': 'fc2016',
  'aliyun-fc-2021-04-06': 'fc2021',
  'huawei-functiongraph-v2': 'functiongraph',
}

/** One workspace with a crate for each API, so that dependencies are compiled once. */
export const rust: Client = {
  id: 'openapi-generator-rust',
  language: 'Rust',
  generator: 'openapi-generator, rust, reqwest',
  version,
  document: 'openapi-3.0.yaml',
  signs: [],
  typedErrors: 'yes: `ResponseError` has the documented body in a type of the operation',
  prepare: async (work) => {
    await needs(work.run('cargo', 'cargo', ['--version']), () => 'cargo is not installed')
    await prepareGenerator(work)
  },
  generate: async (work) => {
    return await generate(work, (api) => ({
      generatorName: 'rust',
      additionalProperties: {
        packageName: crates[api] ?? 'client',
        // The version of the API is not a valid crate version.
        packageVersion: '0.1.0',
        // The methods return only bodies. A middleware is needed to read the ETag.
        supportMiddleware: true,
      },
      // Otherwise the generator spells out or drops special characters.
      enumNameMappings: toRuntimeNames((version) => `CSharpNetCore${version.replace('.', '')}`),
      nameMappings: toNameMappings((words) => words.join('_')),
    }))
  },
  compile: async (work) => {
    await cp(programs, work.folder, { recursive: true })
    const at = { cwd: work.folder }
    await needs(
      work.run('cargo fetch', 'cargo', ['fetch', '--locked', '--quiet'], at),
      (output) => `Cargo could not download from its registry: ${output.trimEnd().split('\n').at(-1)}`,
    )
    await work.run('cargo build', 'cargo', ['build', '--locked', '--quiet', '--jobs', '2'], at)
  },
  command: (work, api) => [join(work.folder, 'target', 'debug', 'scenario'), api],
}
