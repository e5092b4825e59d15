import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
const sourceFiles = new Map<string, ts.SourceFile | undefined>()

/** An API with operations that all have parameters, a body, headers and errors, and a handler for each operation. */
function toApi(operations: number): string {
  const numbers = Array.from({ length: operations }, (_, index) => index)
  return `
import { z } from 'zod'
import { json, operation, response } from '../../schemas/core/operation.ts'
import type { Citation } from '../../schemas/core/source.ts'
import type { Handler, HandlersOf } from './handler.ts'

declare const source: Citation
${numbers
  .map(
    (number) => `
const Input${number} = z.object({ name${number}: z.string().min(1), tags: z.record(z.string(), z.string()).optional() })
const Output${number} = z.object({ id: z.string(), size${number}: z.int(), parts: z.array(Input${number}) })
export const put${number} = operation({
  id: 'Put${number}', tag: 'A', summary: '', description: '', method: 'put', path: '/a/{name}/b${number}', source,
  params: { path: { name: z.string() }, query: { limit: z.int().optional() }, header: { 'If-Match': z.string().optional() } },
  body: json(Input${number}, { description: '', examples: {} }),
  success: { 200: response(Output${number}, { description: '', headers: { ETag: z.string() }, examples: {} }) },
  errors: ['Missing'],
})
export const handlePut${number}: Handler<typeof put${number}, string> = ({ path, body, apiError }) => {
  if (path.name === '') throw apiError('Missing')
  return { status: 200, headers: { ETag: '1' }, body: { id: path.name, size${number}: 1, parts: [body] } }
}`,
  )
  .join('\n')}
export const api = { operations: { ${numbers.map((number) => `put${number}`).join(', ')} } }
export const handlers: HandlersOf<typeof api, string> = { ${numbers.map((number) => `put${number}: handlePut${number}`).join(', ')} }
`
}

/** The number of type instantiations of a module at a path that no file has. */
function countInstantiations(code: string): number {
  const path = join(root, 'mocks', 'core', 'invented-api.ts')
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile
  host.fileExists = (file) => file === path || ts.sys.fileExists(file)
  host.getSourceFile = (file, ...rest) => {
    if (file === path) return ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true)
    if (!sourceFiles.has(file)) sourceFiles.set(file, read(file, ...rest))
    return sourceFiles.get(file)
  }
  const program = ts.createProgram([path], { ...options, incremental: false, noEmit: true }, host)
  const errors = program.getSemanticDiagnostics(program.getSourceFile(path))
  expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  return program.getInstantiationCount()
}

test('every further operation of an API needs the same number of type instantiations', { timeout: 120_000 }, () => {
  const [few = 0, some = 0, many = 0] = [10, 20, 80].map((operations) => countInstantiations(toApi(operations)))
  const first = (some - few) / 10
  const later = (many - some) / 60
  expect(first).toBeGreaterThan(100)
  expect(later / first).toBeLessThan(1.1)
})
