import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needs, type Work } from '../client.ts'

const pom = join(import.meta.dirname, '..', 'programs', 'java', 'pom.xml')
const pomText = await readFile(pom, 'utf8')

export const version = /<openapi-generator.version>(.+)<\/openapi-generator.version>/.exec(pomText)?.[1] ?? 'none'

const toFolder = (work: Work) => join(work.folder, '..', 'openapi-generator')
const jar = `openapi-generator-cli-${version}.jar`

/** What clients in Java import. */
export const toLibraries = (work: Work): string => join(toFolder(work), 'libraries', '*')

/** Has Maven get the generator, and what clients in Java import, unless both are there. */
export async function prepareGenerator(work: Work): Promise<void> {
  await needs(work.run('java', 'java', ['-version']), () => 'there is no java')
  const folder = toFolder(work)
  const stamp = join(folder, 'made-with.xml')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === pomText) return
  await mkdir(folder, { recursive: true })
  await needs(work.run('mvn', 'mvn', ['-version']), () => 'there is no mvn, which gets the generator')
  const args = ['--batch-mode', '--quiet', '--file', pom, `-Dfolder=${folder}`, 'initialize']
  await needs(work.run('mvn', 'mvn', args), (output) => {
    const lines = output.split('\n').filter((text) => /^\[ERROR\] \S/.test(text))
    const line = lines.find((text) => text.includes('Could not')) ?? lines[0] ?? output.trimEnd()
    return `Maven got nothing from its registry: ${line.replace('[ERROR] ', '')}`
  })
  await writeFile(stamp, pomText)
}

/** What the generator is told of one API, in the words of its configuration file. */
export interface Configuration {
  readonly generatorName: string
  readonly additionalProperties: object
  readonly enumNameMappings: Readonly<Record<string, string>>
  readonly nameMappings: Readonly<Record<string, string>>
}

/** Runs the generator for each API. Its `batch` starts once for all of them, but swallows every warning. */
export async function generate(work: Work, toConfiguration: (api: string) => Configuration): Promise<string> {
  let printed = ''
  for (const api of work.apis) {
    const file = join(work.folder, `${api}.json`)
    const paths = { inputSpec: work.toDocument(api, 'openapi-3.0.yaml'), outputDir: join(work.folder, api) }
    await rm(paths.outputDir, { recursive: true, force: true })
    await writeFile(file, JSON.stringify({ ...paths, ...toConfiguration(api) }, null, 2))
    const args = ['-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn']
    printed += await work.run('openapi-generator', 'java', [
      ...args,
      '-jar',
      join(toFolder(work), jar),
      'generate',
      '-c',
      file,
    ])
  }
  return printed
}

/**
 * Fields that differ in case only are one name in most languages. The generator must be told another for one of them,
 * here for the one that is not in everyday use.
 */
export function toNameMappings(toName: (words: readonly string[]) => string): Readonly<Record<string, string>> {
  return {
    errorCode: toName(['page', 'error', 'code']),
    errorMessage: toName(['page', 'error', 'message']),
    versionID: toName(['page', 'version', 'id']),
    InstanceConcurrency: toName(['page', 'instance', 'concurrency']),
    Description: toName(['capital', 'description']),
  }
}
