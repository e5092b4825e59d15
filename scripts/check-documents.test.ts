import { describe, expect, test } from 'vitest'
import { apis } from '../schemas/apis.ts'
import type { JsonObject } from '../schemas/core/json-value.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import { followPointer } from '../schemas/core/pointer.ts'
import { findExampleProblems, findFieldExampleProblems, lintDocument } from './check-documents.ts'

describe.for(apis)('the document of $id', (api) => {
  const document = toDocument(api, '3.1')

  test('has an example for every request and every response, and each keeps its schema', () => {
    expect(findExampleProblems(document)).toEqual([])
  })

  test('has field examples that keep their schema', () => {
    expect(findFieldExampleProblems(document)).toEqual([])
  })

  test.for(['3.1', '3.0'] as const)('passes the recommended rules as OpenAPI %s', async (version) => {
    expect(await lintDocument(JSON.stringify(toDocument(api, version)), `${api.id}.json`)).toEqual([])
  })
})

describe('the checks see', () => {
  const [api] = apis
  if (!api) throw new Error('there is no API')
  const changed = (pointer: string, change: (node: JsonObject) => void) => {
    const document = structuredClone(toDocument(api, '3.1'))
    const node = followPointer(document, pointer)
    if (!node) throw new Error(`nothing at ${pointer}`)
    change(node)
    return document
  }
  const body = '#/paths/~1services/post/requestBody/content/application~1json'

  test('an example that breaks its schema', () => {
    const document = changed(body, (media) => {
      media.examples = { invalid: { value: { serviceName: 7 } } }
    })
    expect(findExampleProblems(document)).toEqual([
      expect.stringContaining('/examples/invalid: data/serviceName must be string'),
    ])
  })

  test('a request without an example', () => {
    const document = changed(body, (media) => {
      delete media.examples
    })
    expect(findExampleProblems(document)).toEqual([expect.stringContaining('has no example')])
  })

  test('a field example that breaks its schema', () => {
    const document = changed('#/components/schemas/Service/properties/role', (schema) => {
      schema.examples = [7]
    })
    expect(findFieldExampleProblems(document)).toEqual([
      expect.stringContaining('role: example 7: data must be string'),
    ])
  })

  test('a document that breaks a recommended rule', async () => {
    const document = changed('#/paths/~1services/post', (operation) => {
      delete operation.summary
    })
    expect(await lintDocument(JSON.stringify(document), 'broken.json')).toEqual([
      expect.stringContaining('operation-summary'),
    ])
  })
})
