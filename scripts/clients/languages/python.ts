import { cp, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { preparePython } from '../../sdks/python-environment.ts'
import { type Client, examples, MissingError, type Work } from '../client.ts'

const programs = join(import.meta.dirname, '..', 'programs', 'python')
const requirements = join(programs, 'requirements.txt')
const toModule = (api: string) => api.replaceAll('-', '_')
const toBin = (work: Work) => join(work.folder, 'environment', 'bin')

/** The generator and its dependencies are installed in a virtual environment. mypy serves as compiler. */
export const openapiPythonClient: Client = {
  id: 'openapi-python-client',
  language: 'Python',
  generator: 'openapi-python-client',
  version: /^openapi-python-client==(\S+)$/m.exec(await readFile(requirements, 'utf8'))?.[1] ?? 'none',
  document: 'openapi.yaml',
  signs: ['aliyun-fc-2016-08-15'],
  typedErrors: 'yes: `parsed` is a union of the response and `Error`',
  prepare: async (work) => {
    const folder = join(work.folder, 'environment')
    const made = await preparePython({ folder, requirements, signal: work.signal })
    if ('missing' in made) throw new MissingError(made.missing)
  },
  generate: async (work) => {
    // The generator formats its output with ruff, which must be on the path.
    const env = { ...process.env, PATH: `${toBin(work)}${delimiter}${process.env.PATH}`, NO_COLOR: '1' }
    let printed = ''
    for (const api of work.apis) {
      const paths = ['--path', work.toDocument(api, 'openapi.yaml'), '--output-path', join(work.folder, toModule(api))]
      const args = ['generate', ...paths, '--meta', 'none', '--overwrite']
      printed += await work.run('openapi-python-client', join(toBin(work), 'openapi-python-client'), args, { env })
    }
    return printed
  },
  compile: async (work) => {
    await cp(programs, work.folder, { recursive: true })
    await cp(join(examples, 'fc_signature.py'), join(work.folder, 'fc_signature.py'))
    // One after another, because mypy treats each program as the main module: their names are not module names.
    // Findings in client.py, a template of the generator, are ignored.
    for (const api of work.apis) {
      const args = ['-m', 'mypy', '--check-untyped-defs', '--follow-imports=silent', `${api}.py`]
      await work.run('mypy', join(toBin(work), 'python'), args, { cwd: work.folder })
    }
  },
  command: (work, api) => [join(toBin(work), 'python'), join(work.folder, `${api}.py`)],
}
