import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needs, type Work } from '../client.ts'

const pom = join(import.meta.dirname, '..', 'programs', 'java', 'pom.xml')
const pomText = await readFile(pom, 'utf8')

export const version = /<openapi-generator.version>(.+)<\/openapi-generator.version>/.exec(pomText)?.[1] ?? 'none'

const toFolder = (work: Pick<Work, 'folder'>) => join(work.folder, '..', 'openapi-generator')
const jar = `openapi-generator-cli-${version}.jar`

/** The class path of the libraries that Java clients import. */
export const toLibraries = (work: Work): string => join(toFolder(work), 'libraries', '*')

/** The path of the generator. */
export const toJar = (work: Pick<Work, 'folder'>): string => join(toFolder(work), jar)

/** Downloads the generator and the libraries of Java clients with Maven, unless they are there. */
export async function prepareGenerator(work: Work): Promise<void> {
  await needs(work.run('java', 'java', ['-version']), () => 'java is not installed')
  const folder = toFolder(work)
  const stamp = join(folder, 'made-with.xml')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === pomText) return
  await mkdir(folder, { recursive: true })
  await needs(work.run('mvn', 'mvn', ['-version']), () => 'mvn, which downloads the generator, is not installed')
  const args = ['--batch-mode', '--quiet', '--file', pom, `-Dfolder=${folder}`, 'initialize']
  await needs(work.run('mvn', 'mvn', args), (output) => {
    const lines = output.split('\n').filter((text) => /^\[ERROR\] \S/.test(text))
    const line = lines.find((text) => text.includes('Could not')) ?? lines[0] ?? output.trimEnd()
    return `Maven could not download from its registry: ${line.replace('[ERROR] ', '')}`
  })
  await writeFile(stamp, pomText)
}

/** The configuration file of the generator for one API. */
export interface Configuration {
  readonly generatorName: string
  readonly additionalProperties: object
  readonly enumNameMappings: Readonly<Record<string, string>>
  readonly nameMappings: Readonly<Record<string, string>>
}

/** Runs the generator for each API. Its `batch` command would start only once, but hides all warnings. */
export async function generate(work: Work, toConfiguration: (api: string) => Configuration): Promise<string> {
  let printed = ''
  for (const api of work.apis) {
    const file = join(work.folder, `${api}.json`)
    const paths = { inputSpec: work.toDocument(api, 'openapi-3.0.yaml'), outputDir: join(work.folder, api) }
    await rm(paths.outputDir, { recursive: true, force: true })
    await writeFile(file, JSON.stringify({ ...paths, ...toConfiguration(api) }, null, 2))
    const args = ['-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn']
    printed += await work.run('openapi-generator', 'java', [...args, '-jar', toJar(work), 'generate', '-c', file])
  }
  return printed
}

/** Names for the runtimes of C#. Their values contain characters that no name can have. */
export function toRuntimeNames(toName: (version: string) => string): Readonly<Record<string, string>> {
  const versions = ['2.0', '2.1', '3.1', '6.0']
  return Object.fromEntries(versions.map((version) => [`C#(.NET Core ${version})`, toName(version)]))
}

/**
 * Names for field aliases that differ from another field only in case. Most languages would use the same name for both.
 */
export function toNameMappings(toName: (words: readonly string[]) => string): Readonly<Record<string, string>> {
  return {
    errorCode: toName(['alias', 'error', 'code']),
    errorMessage: toName(['alias', 'error', 'message']),
    versionID: toName(['alias', 'version', 'id']),
    InstanceConcurrency: toName(['alias', 'instance', 'concurrency']),
    Description: toName(['alias', 'description']),
  }
}
