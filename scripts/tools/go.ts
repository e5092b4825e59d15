import { toCount } from '../../schemas/core/lib/count.ts'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { needs, StepError, type Work } from '../clients/client.ts'
import { AspectError, type Tool } from './tool.ts'

const programs = join(import.meta.dirname, 'programs')
export const goEnvironment = { ...process.env, GOFLAGS: '-mod=mod' }

/** Compiles a package. It must have exactly this number of errors. */
export async function expectGoErrors(work: Work, name: string, wanted: number): Promise<void> {
  let errors: readonly string[] = []
  try {
    await work.run('go vet', 'go', ['build', '-gcflags=-e', name], { cwd: work.folder, env: goEnvironment })
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    errors = error.output.split('\n').filter((line) => /\.go:\d+:\d+: /.test(line))
    if (errors.length === 0) throw error
  }
  if (errors.length !== wanted)
    throw new AspectError(`${toCount(errors.length, 'error')}, not ${wanted}:\n${errors.join('\n')}`)
}

const version = '1.25.0'

export const ogen: Tool = {
  id: 'ogen',
  version,
  document: 'OpenAPI 3.1',
  fast: false,
  prepare: async (work) => {
    await needs(work.run('go', 'go', ['version']), () => 'go is not installed')
    const env = { ...process.env, GOBIN: join(work.folder, 'bin') }
    await needs(
      work.run('go install', 'go', ['install', `github.com/ogen-go/ogen/cmd/ogen@v${version}`], { env }),
      (output) => `the Go module proxy failed: ${output.trimEnd().split('\n').at(-1)}`,
    )
  },
  checks: {
    loads: async (work) => {
      for (const api of work.apis) {
        const target = join(work.folder, api)
        await rm(target, { recursive: true, force: true })
        await mkdir(target, { recursive: true })
        const args = ['--target', target, '--package', 'api', '--clean', work.toDocument(api, 'openapi.yaml')]
        await work.run('ogen', join(work.folder, 'bin', 'ogen'), args)
      }
    },
    compiles: async (work) => {
      await cp(join(programs, 'ogen'), work.folder, { recursive: true })
      await work.run('go mod tidy', 'go', ['mod', 'tidy'], { cwd: work.folder, env: goEnvironment })
      const names = work.apis.map((api) => `./${api}`)
      await work.run('go build', 'go', ['build', ...names], { cwd: work.folder, env: goEnvironment })
    },
    fields: (work) => expectGoErrors(work, './fields', 0),
    types: (work) => expectGoErrors(work, './types', 3),
    updates: async (work) =>
      void (await work.run('go run', 'go', ['run', './updates'], { cwd: work.folder, env: goEnvironment })),
  },
}
