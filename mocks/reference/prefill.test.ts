import { expect, test } from 'vitest'
import { withPrefills } from './prefill.ts'

const limit = {
  in: 'query',
  name: 'limit',
  required: false,
  description: 'Entries per page.',
  example: 10,
  schema: { type: 'integer', default: 20, examples: [10] },
}
const name = { in: 'path', name: 'boxName', required: true, example: 'otherBox', schema: { type: 'string' } }
const size = { in: 'query', name: 'size', required: true, example: 'small', schema: { type: 'string' } }
const content = { 'application/json': { examples: { first: { value: { boxName: 'demo-box', size: 'large' } } } } }
const document = {
  paths: {
    '/boxes': { get: { parameters: [limit] }, post: { requestBody: { content } } },
    '/boxes/{boxName}': { get: { parameters: [{ $ref: '#/components/parameters/boxName' }] } },
    '/boxes/{boxName}/lids': { get: { parameters: [name, size] } },
  },
  components: { parameters: { boxName: name } },
}

test('an optional parameter has its example and its default only in its description', () => {
  const { paths } = withPrefills(document) as unknown as typeof document
  expect(paths['/boxes'].get.parameters).toEqual([
    {
      in: 'query',
      name: 'limit',
      required: false,
      description: 'Entries per page.\n\nDefault: `20`. Example: `10`',
      schema: { type: 'integer', examples: [10] },
    },
  ])
})

test('a parameter of a path has the name of the first example that creates the resource', () => {
  const { paths, components } = withPrefills(document) as unknown as typeof document
  expect(components.parameters.boxName.example).toBe('demo-box')
  expect(paths['/boxes/{boxName}/lids'].get.parameters).toEqual([{ ...name, example: 'demo-box' }, size])
  expect(paths['/boxes'].post).toEqual(document.paths['/boxes'].post)
})
