import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MissingError, type Work } from '../clients/client.ts'
import { preparePython } from '../sdks/python-environment.ts'
import { installPackages, runNode, toBin } from './node-package.ts'
import type { Tool } from './tool.ts'

export const programs = join(import.meta.dirname, 'programs')

const toDocuments = (work: Work): string[] =>
  work.apis.flatMap((api) => [work.toDocument(api, 'openapi.yaml'), work.toDocument(api, 'openapi-3.0.yaml')])

/** Runs a program of this folder with Node, in the folder of the tool. */
async function runProgram(work: Work, name: string, args: readonly string[]): Promise<void> {
  await copyFile(join(programs, name), join(work.folder, name))
  await runNode(work, name, [name, ...args])
}

const versions = { swaggerParser: '13.1.0', spectral: '6.16.3', postman: '6.3.3' }

export const swaggerParser: Tool = {
  id: 'swagger-parser',
  version: versions.swaggerParser,
  document: 'OpenAPI 3.1 and 3.0',
  fast: true,
  prepare: (work) => installPackages(work, { '@apidevtools/swagger-parser': versions.swaggerParser }),
  checks: { loads: (work) => runProgram(work, 'swagger-parser.mjs', toDocuments(work)) },
}

export const spectral: Tool = {
  id: 'spectral',
  version: versions.spectral,
  document: 'OpenAPI 3.1 and 3.0',
  fast: true,
  prepare: (work) => installPackages(work, { '@stoplight/spectral-cli': versions.spectral }),
  checks: {
    loads: async (work) => {
      await copyFile(join(programs, 'spectral.yaml'), join(work.folder, 'spectral.yaml'))
      const args = ['lint', '--ruleset', 'spectral.yaml', '--fail-severity', 'warn', ...toDocuments(work)]
      await runNode(work, 'spectral', [toBin(work, 'spectral'), ...args])
    },
  },
  note: 'The rule `oas3-unused-component` is off: the source defines the model Version, but no operation uses it.',
}

export const postman: Tool = {
  id: 'openapi-to-postmanv2',
  version: versions.postman,
  document: 'OpenAPI 3.1 and 3.0',
  fast: true,
  prepare: (work) => installPackages(work, { 'openapi-to-postmanv2': versions.postman }),
  checks: {
    loads: (work) => runProgram(work, 'postman.mjs', toDocuments(work)),
  },
}

const requirements = join(programs, 'requirements.txt')
const toPython = (work: Work) => join(work.folder, '..', 'python', 'bin', 'python')

let environment: ReturnType<typeof preparePython> | undefined

/** The three Python tools share an environment. */
export async function preparePythonTools(work: Work): Promise<void> {
  environment ??= preparePython({ folder: join(work.folder, '..', 'python'), requirements, signal: work.signal })
  const made = await environment
  if ('missing' in made) throw new MissingError(made.missing)
}

/** Runs a program of this folder with Python. */
export const runPython = (work: Work, name: string, args: readonly string[]) =>
  work.run(name, toPython(work), [join(programs, name), ...args], { cwd: work.folder })

export const specValidator: Tool = {
  id: 'openapi-spec-validator',
  version: '0.9.0',
  document: 'OpenAPI 3.1 and 3.0',
  fast: true,
  prepare: preparePythonTools,
  checks: {
    loads: async (work) => {
      await work.run('openapi-spec-validator', toPython(work), ['-m', 'openapi_spec_validator', ...toDocuments(work)])
    },
  },
}

export const schemathesis: Tool = {
  id: 'schemathesis',
  version: '4.32.5',
  document: 'OpenAPI 3.1 and 3.0',
  fast: true,
  prepare: preparePythonTools,
  checks: {
    loads: async (work) => {
      await runPython(work, 'load-with-schemathesis.py', toDocuments(work))
    },
  },
}

export const datamodelCodeGenerator: Tool = {
  id: 'datamodel-code-generator',
  version: '0.89.0',
  document: 'OpenAPI 3.1',
  fast: true,
  prepare: preparePythonTools,
  checks: {
    loads: async (work) => {
      for (const api of work.apis) {
        const input = ['--input', work.toDocument(api, 'openapi.yaml'), '--input-file-type', 'openapi']
        const output = ['--output', join(work.folder, `${api.replaceAll('-', '_')}.py`), '--formatters', 'builtin']
        const style = ['--output-model-type', 'pydantic_v2.BaseModel', '--target-python-version', '3.11']
        const args = ['-m', 'datamodel_code_generator', ...input, ...output, ...style]
        await work.run('datamodel-codegen', toPython(work), args)
      }
    },
    compiles: async (work) => void (await runPython(work, 'use-models.py', ['compiles', ...work.apis])),
    fields: async (work) => void (await runPython(work, 'use-models.py', ['fields'])),
    types: async (work) => void (await runPython(work, 'use-models.py', ['types'])),
    updates: async (work) => void (await runPython(work, 'use-models.py', ['updates'])),
  },
}
