import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { expect, test } from 'vitest'
import { toStructure } from '../../mocks/core/body-structure.ts'
import type { BaseApi } from '../../schemas/core/api.ts'
import { apis } from '../../schemas/apis.ts'
import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import { removeTexts } from './remove-texts.ts'

function transform(code: string, file = '/compiled/schemas/api/models/one.js') {
  const { transform: run } = removeTexts('/compiled/schemas')
  if (typeof run !== 'function') throw new TypeError('the plugin has no function')
  return Reflect.apply(run, { parse: parseAst }, [code, file])
}

test.each([
  ["z.string().meta({ description: 'Name.', id: 'A' })", 'z.string()'],
  ["z.string().meta({ description: text, 'x-rules': toRules(a) }).optional()", 'z.string().optional()'],
  ["z.string().meta({ description: 'Name.', ...observed }).optional()", 'z.string().meta({  ...observed }).optional()'],
  [
    "z.enum(a).meta({ 'x-enum-provenance': { a: 'observed' } })",
    "z.enum(a).meta({ 'x-enum-provenance': { a: 'observed' } })",
  ],
  ['z.object({ a: z.int().meta({ examples: [1] }) }).meta({ description: `all` })', 'z.object({ a: z.int() })'],
  ["operation({ id: 'A', summary: 'One ' + 'text', quirks: ['A1'] })", "operation({ id: 'A',   })"],
  ["response(A, { description: 'Done.', examples: { a, b } })", 'response(A, {   })'],
  ["const codeMeta = { ...defined, description: 'Code.' }", 'const codeMeta = { ...defined,  }'],
  ["f({ success: { 204: noContent('Done.') } })", 'f({ success: { 204: noContent() } })'],
])('%s becomes %s', (code, wanted) => {
  expect(transform(code)).toBe(wanted)
})

test.each([
  'z.object({ description: z.string(), examples: z.array(z.string()), summary: text })',
  'z.string().meta(codeMeta)',
  'spread({ ...others })',
])('%s stays', (code) => {
  expect(transform(code)).toBe(code)
})

test.each(['/compiled/schemas/core/lib/one.js', '/compiled/mocks/one.js'])('%s is no schema of an API', (file) => {
  expect(transform("f({ description: 'text' })", file)).toBeUndefined()
})

/** The part of the API that the mock imports, after its texts were removed. */
async function importBuilt(id: string): Promise<BaseApi> {
  const root = join(import.meta.dirname, '..', '..')
  await mkdir(join(root, 'build'), { recursive: true })
  const folder = await mkdtemp(join(root, 'build', 'removed-texts-'))
  try {
    const input = join(root, 'schemas', id, 'base.ts')
    const bundle = await rolldown({ input, external: 'zod', plugins: [removeTexts(join(root, 'schemas'))] })
    await bundle.write({ dir: folder, entryFileNames: 'base.mjs' })
    await bundle.close()
    return (await import(pathToFileURL(join(folder, 'base.mjs')).href)).base
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What the decoder reads from the schemas of requests: fields, marks and undocumented values. */
function toStructures({ operations }: BaseApi) {
  return Object.entries(operations)
    .toSorted()
    .map(([name, { params, body, errors, observedErrors, success }]) => ({
      name,
      groups: Object.values(params).map((shape) =>
        Object.entries(shape).map(([key, schema]) => [key, toStructure(toJsonSchema(schema))]),
      ),
      body: body && toStructure(toJsonSchema(body.schema)),
      errors: [errors, observedErrors],
      results: Object.entries(success).map(([status, { mediaType }]) => [status, mediaType]),
    }))
}

test.each(apis.map((api) => [api.id, api] as const))('%s: the mock reads the same without texts', async (id, api) => {
  const built = await importBuilt(id)
  expect(toStructures(built)).toEqual(toStructures(api))
  expect(Object.values(built.operations).filter(({ summary }) => summary)).toEqual([])
})
