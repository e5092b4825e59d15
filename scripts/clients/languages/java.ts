import { readdir, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Client, examples, needs, type Work } from '../client.ts'
import {
  generate,
  prepareGenerator,
  toLibraries,
  toNameMappings,
  toRuntimeNames,
  version,
} from './openapi-generator.ts'

const programs = join(import.meta.dirname, '..', 'programs', 'java')

const packages: Readonly<Record<string, string>> = {
  'aliyun-fc-2016-08-15': 'clients.fc2016',
  'aliyun-fc-2021-04-06': 'clients.fc2021',
  'huawei-functiongraph-v2': 'clients.functiongraph',
}

const toCamel = ([first = '', ...rest]: readonly string[]) =>
  first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')

const toClasses = (work: Work) => join(work.folder, 'classes')

/** All clients and programs are compiled together by javac, which starts faster than Maven. */
export const java: Client = {
  id: 'openapi-generator-java',
  language: 'Java',
  generator: 'openapi-generator, java, native',
  version,
  document: 'openapi-3.0.yaml',
  signs: ['aliyun-fc-2016-08-15'],
  typedErrors: 'by hand: the body of `ApiException` is read as `Error`',
  prepare: async (work) => {
    await needs(work.run('javac', 'javac', ['-version']), () => 'javac is not installed')
    await prepareGenerator(work)
  },
  generate: async (work) => {
    return await generate(work, (api) => {
      const base = packages[api] ?? 'client'
      return {
        generatorName: 'java',
        additionalProperties: {
          library: 'native',
          invokerPackage: base,
          apiPackage: `${base}.api`,
          modelPackage: `${base}.model`,
          // Otherwise an update sends empty maps for absent fields, which clears them.
          containerDefaultToNull: true,
          hideGenerationTimestamp: true,
        },
        // Otherwise the generator spells out or drops special characters.
        enumNameMappings: toRuntimeNames((version) => `C_SHARP_NET_CORE_${version.replace('.', '_')}`),
        nameMappings: toNameMappings(toCamel),
      }
    })
  },
  compile: async (work) => {
    const folders = [programs, examples, ...work.apis.map((api) => join(work.folder, api, 'src', 'main', 'java'))]
    const sources = await Promise.all(folders.map(findSources))
    await rm(toClasses(work), { recursive: true, force: true })
    const args = ['-nowarn', '-proc:none', '-d', toClasses(work), '-cp', toLibraries(work), ...sources.flat()]
    await work.run('javac', 'javac', args)
  },
  command: (work, api) => {
    const path = [toClasses(work), toLibraries(work)].join(delimiter)
    return ['java', '-XX:TieredStopAtLevel=1', '-cp', path, 'Main', api]
  },
}

async function findSources(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith('.java')).map((name) => join(folder, name))
}
