import { readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { apis } from '../schemas/apis.ts'
import type { Json, JsonObject } from '../schemas/core/json-value.ts'
import { isObject } from '../schemas/core/openapi-versions.ts'
import { findExampleProblems, lintDocument } from '../scripts/check-documents.ts'
import { toDocumentedPart } from '../schemas/core/documented-part.ts'
import { generatedPath } from '../scripts/cli/package-root.ts'

const variants = apis.flatMap(({ id }) => ['openapi.json', 'openapi-3.0.yaml'].map((file) => ({ id, file })))

const read = async (id: string, file: string) => load(await readFile(generatedPath(id, file), 'utf8')) as JsonObject

/** The pointers of all objects with a key of a mark, without data. */
function findMarks(node: Json, pointer = '#'): string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => findMarks(item, `${pointer}/${index}`))
  if (!isObject(node)) return []
  const own = ['x-provenance', 'x-enum-provenance', 'x-keyword-provenance'].some((key) => key in node) ? [pointer] : []
  return [...own, ...Object.entries(node).flatMap(([key, value]) => findMarks(value, `${pointer}/${key}`))]
}

function toIds({ paths }: JsonObject): string[] {
  const items = Object.values(isObject(paths) ? paths : {})
  return items.flatMap((item) =>
    Object.values(isObject(item) ? item : {}).flatMap((operation) =>
      isObject(operation) ? [String(operation.operationId)] : [],
    ),
  )
}

describe.each(variants)('$id, $file', ({ id, file }) => {
  test('nothing has a mark, except security schemes', async () => {
    const whole = await read(id, file)
    expect(findMarks(whole).length).toBeGreaterThan(10)
    const marks = findMarks(toDocumentedPart(whole))
    expect(marks.filter((pointer) => !pointer.startsWith('#/components/securitySchemes/'))).toEqual([])
  })

  test('the document has no new problems, and its examples are valid', async () => {
    const part = toDocumentedPart(await read(id, file))
    const problems = await lintDocument(JSON.stringify(part), `${file}.json`)
    // Only observed error codes: the definition states no codes.
    expect(problems.filter((problem) => !problem.startsWith('operation-4xx-response'))).toEqual([])
    if (file === 'openapi.json') {
      expect(findExampleProblems(part).filter((problem) => !problem.endsWith('has no example'))).toEqual([])
    }
  })
})

test('the operations are those that a source document describes', async () => {
  for (const { id, operations } of apis) {
    const expected = Object.values(operations).flatMap((operation) =>
      operation.provenance === undefined || operation.provenance === 'defined'
        ? [operation.id, ...(operation.qualifiedPath === undefined ? [] : [`${operation.id}ByQualifier`])]
        : [],
    )
    expect(toIds(toDocumentedPart(await read(id, 'openapi.json'))).sort()).toEqual(expected.sort())
  }
})

test('tags, sources, models and quirks of removed operations are removed', async () => {
  const whole = await read('aliyun-fc-2016-08-15', 'openapi.json')
  const part = toDocumentedPart(whole)
  for (const text of ['SDK-NODE', '"Observed"', 'TempBucketToken', '"W20"', 'AsyncConfigNotExists']) {
    expect(JSON.stringify(whole), text).toContain(text)
    expect(JSON.stringify(part), text).not.toContain(text)
  }
  expect(part).toMatchObject({ components: { schemas: { Version: {}, Service: {} } } })
})

test('a field with a mark is removed from its model, from rules and from examples', async () => {
  const part = toDocumentedPart(await read('aliyun-fc-2016-08-15', 'openapi.json'))
  const { Alias, Error: errorModel, Runtime } = (part.components as { schemas: Record<string, JsonObject> }).schemas
  expect(Alias).toMatchObject({ required: ['aliasName', 'versionID'] })
  expect(Alias?.properties).not.toHaveProperty('versionId')
  expect(Alias).not.toHaveProperty('x-rules')
  expect(Object.keys(errorModel?.properties ?? {})).toEqual(['errorCode', 'errorMessage'])
  expect(Runtime?.enum).toEqual(['nodejs6', 'nodejs8', 'python2.7', 'python3', 'java8'])
  const { examples } =
    Object(part).paths['/services/{serviceName}/aliases'].post.requestBody.content['application/json']
  expect(Object.keys(examples)).toEqual(['documented'])
})
