import { parseAst } from 'rolldown/parseAst'
import { expect, test } from 'vitest'
import { removeTexts } from './remove-texts.ts'

function transform(code: string, file = '/compiled/schemas/api/models/one.js') {
  const { transform: run } = removeTexts('/compiled/schemas')
  if (typeof run !== 'function') throw new TypeError('the plugin has no function')
  return Reflect.apply(run, { parse: parseAst }, [code, file])
}

test.each([
  ["z.string().meta({ description: 'Name.', id: 'A' })", "z.string().meta({  id: 'A' })"],
  ["z.string().meta({ description: 'Name.', 'x-quirk': ['A1'], ...observed }).optional()", 'z.string().optional()'],
  ['z.object({ a: z.int().meta({ examples: [1] }) }).meta({ description: `all` })', 'z.object({ a: z.int() })'],
  ["operation({ id: 'A', summary: 'One ' + 'text', quirks: ['A1'] })", "operation({ id: 'A',   })"],
  ["response(A, { description: 'Done.', examples: { a, b } })", 'response(A, {   })'],
])('%s becomes %s', (code, wanted) => {
  expect(transform(code)).toBe(wanted)
})

test.each([
  'z.object({ description: z.string(), examples: z.array(z.string()), summary: text })',
  "z.string().meta({ 'x-rules': [rule] })",
  'spread({ ...others })',
])('%s stays', (code) => {
  expect(transform(code)).toBe(code)
})

test.each(['/compiled/schemas/core/lib/one.js', '/compiled/mocks/one.js'])('%s is no schema of an API', (file) => {
  expect(transform("f({ description: 'text' })", file)).toBeUndefined()
})
