import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { annotate } from './annotate.ts'

const quirk = { id: 'A1', says: 'One table says 1.', does: 'The limit is 2.', decision: 'SDKs send 2.' }
const document = {
  info: { title: 'T', description: 'An API.\n\n## Marks\n\nA table.', 'x-quirks': [quirk] },
  paths: {
    '/a': {
      get: {
        description: 'Reads.',
        'x-quirk': ['A1'],
        parameters: [{ name: 'limit', 'x-provenance': 'observed' }],
        responses: {
          200: { content: { 'application/json': { examples: { a: { value: { 'x-provenance': 'observed' } } } } } },
        },
      },
    },
  },
  components: { schemas: { A: { 'x-rules': [{ kind: 'anyRequired', fields: ['a', 'b'] }] } } },
}

test('marks, rules and contradictions are part of the descriptions', () => {
  const annotated = annotate(document)
  expect(annotated).toMatchObject({
    info: { title: 'T', description: 'An API.\n' },
    paths: {
      '/a': {
        get: {
          description: expect.stringMatching(
            /^Reads\.\n\n<details>.*A1.*One table says 1\. .*The limit is 2\. .*SDKs send 2\./s,
          ),
          parameters: [{ name: 'limit', description: expect.stringContaining('**Observed**') }],
        },
      },
    },
    components: { schemas: { A: { description: '**Rule**: one of a, b is required' } } },
  })
})

test('the values of examples stay as they are', () => {
  expect(annotate(document)).toMatchObject({
    paths: { '/a': { get: { responses: document.paths['/a'].get.responses } } },
  })
})

test.each(['aliyun-fc-2016-08-15', 'aliyun-fc-2021-04-06', 'huawei-functiongraph-v2'])(
  'every quirk that %s names has a text',
  (api) => {
    const file = join(import.meta.dirname, '..', '..', 'generated', api, 'openapi.json')
    const document = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> // our own file
    const text = JSON.stringify(annotate(document))
    const named = [...text.matchAll(/"x-quirk":\["([^\]]+)"\]/g)].flatMap(([, ids = '']) => ids.split('","'))
    expect(named.length).toBeGreaterThan(5)
    for (const id of new Set(named)) expect(text, id).toContain(`**${id}**: `)
  },
)
