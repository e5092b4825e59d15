import { expect, test } from 'vitest'
import { hasTexts, stripTexts } from './strip-texts.ts'

test('removes what only documents show, and keeps everything else', () => {
  const code = `
export const Model = z.object({
    description: z.string().meta({ description: 'It\\'s a name.', examples: ['a', "b"] }).optional(),
    size: z.int().meta({ 'x-quirk': ['A1'], 'x-keyword-provenance': { minimum: 'inferred' }, 'x-provenance': 'observed', description: "Size." }),
}).meta({ description: \`A \${word} thing.\` });
export const get = operation({
    id: 'Get',
    summary: 'Get it',
    quirks: ['A1', 'A2'],
    success: { 200: response(Model, { description: 'It.', examples: { one } }) },
});`
  expect(stripTexts(code)).toBe(`
export const Model = z.object({
    description: z.string().optional(),
    size: z.int().meta({ 'x-provenance': 'observed', }),
});
export const get = operation({
    id: 'Get',
    quirks: [],
    success: { 200: response(Model, { examples: {} }) },
});`)
})

test.each([
  ['build/compiled/schemas/aliyun-fc/models/tag.js', true],
  ['C:\\build\\compiled\\schemas\\aliyun-fc-2016-08-15\\operations\\get-alias.js', true],
  ['build/compiled/schemas/aliyun-fc-2016-08-15/examples/tag.js', false],
  ['build/compiled/schemas/aliyun-fc-2016-08-15/dialect.js', true],
  ['build/compiled/schemas/aliyun-fc-2016-08-15/errors.js', false],
  ['build/compiled/mocks/core/decode.js', false],
])('%s has texts: %s', (file, expected) => {
  expect(hasTexts(file)).toBe(expected)
})
