import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildGo } from '../../sdks/go-program.ts'
import { type Client, examples, MissingError, needs, StepError } from '../client.ts'

const programs = join(import.meta.dirname, '..', 'programs', 'go')
const generator = 'github.com/oapi-codegen/oapi-codegen/v2'
const version = '2.8.2'

/** Package names must not contain hyphens. */
const packages: Readonly<Record<string, string>> = {
  'aliyun-fc-2016-08-15': 'fc2016',
  'aliyun-fc-2021-04-06': 'fc2021',
  'huawei-functiongraph-v2': 'functiongraph',
}

/** One Go module with a package for each API and one program. */
export const oapiCodegen: Client = {
  id: 'oapi-codegen',
  language: 'Go',
  generator: 'oapi-codegen',
  version,
  document: 'openapi-3.0.yaml',
  signs: ['aliyun-fc-2016-08-15'],
  typedErrors: 'yes: `JSON404` and so on have the type of the documented body',
  prepare: async (work) => {
    const env = { ...process.env, GOBIN: join(work.folder, 'bin') }
    await needs(work.run('go', 'go', ['version']), () => 'go is not installed')
    await needs(
      work.run('go install', 'go', ['install', `${generator}/cmd/oapi-codegen@v${version}`], { env }),
      (output) => `the Go module proxy failed: ${output.trimEnd().split('\n').at(-1)}`,
    )
  },
  generate: async (work) => {
    let printed = ''
    for (const api of work.apis) {
      const name = packages[api] ?? 'client'
      const folder = join(work.folder, name)
      await mkdir(folder, { recursive: true })
      const options = ['-generate', 'types,client', '-package', name, '-o', join(folder, 'client.gen.go')]
      const args = [...options, work.toDocument(api, 'openapi-3.0.yaml')]
      printed += await work.run('oapi-codegen', join(work.folder, 'bin', 'oapi-codegen'), args)
    }
    return printed
  },
  compile: async (work) => {
    await cp(programs, work.folder, { recursive: true })
    await cp(join(examples, 'fcsignature.go'), join(work.folder, 'fcsignature', 'fcsignature.go'))
    const built = await buildGo({ source: work.folder, folder: work.folder, name: 'scenario', signal: work.signal })
    if ('missing' in built) throw new MissingError(built.missing)
    if ('broken' in built) throw new StepError(built.broken, built.output)
  },
  command: (work, api) => [join(work.folder, 'scenario'), api],
}
