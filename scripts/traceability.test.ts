import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815 as api } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import { places } from '../schemas/aliyun-fc-2016-08-15/places.ts'
import { aliyunFc20210406 } from '../schemas/aliyun-fc-2021-04-06/api.ts'
import { places as laterPlaces } from '../schemas/aliyun-fc-2021-04-06/places.ts'
import { apis } from '../schemas/apis.ts'
import type { JsonObject } from '../schemas/core/json-value.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import { followPointer } from '../schemas/core/pointer.ts'
import { defined } from '../schemas/core/provenance.ts'
import { toDefinitionRows } from '../schemas/core/traceability/definition-rows.ts'
import { type Row, toRows } from '../schemas/core/traceability/rows.ts'
import { toTraceability } from '../schemas/core/traceability/traceability.ts'
import { findMissingInputs, readTraceability, toProblems } from './traceability.ts'

describe('every row has its place, and everything in the document is accounted for', () => {
  test.for(apis)('$id', async (subject) => {
    const traceability = await readTraceability(subject)
    expect(toProblems(traceability)).toEqual([])
    expect(traceability.entries.length).toBeGreaterThan(100)
    expect(traceability.placed).toBe(traceability.entries.length)
  })
})

test('the inputs of sources are found by their checksum', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'inputs-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'input.txt'), 'abc')
  const source = { id: '009', title: 'Things', url: 'https://things.example', published: '2016-08-15' }
  const kept = { ...source, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }
  const changed = { ...source, sha256: '0'.repeat(64) }
  expect(await findMissingInputs([kept, changed], folder)).toEqual([changed])
})

describe('the traceability check finds', async () => {
  const rows = toRows(await readFile(join(import.meta.dirname, '../schemas', api.id, 'rows.jsonl'), 'utf8'))
  const document = toDocument(api, '3.1')
  const row = (ref: string) => {
    const found = rows.find(({ source_file, source_line }) => `${source_file}:${source_line}` === ref)
    if (!found) throw new Error(`no row ${ref}`)
    return found
  }
  const problemsOf = (changed: Row, subject: JsonObject = document) =>
    toProblems(toTraceability(api, subject, [changed], places)).filter((line) => line.startsWith('004:'))
  const memorySize = row('004:1090')

  test('no problem in the unchanged row', () => {
    expect(memorySize).toMatchObject({ kind: 'field', owner: 'Function', path: 'memorySize', default: 128 })
    expect(problemsOf(memorySize)).toEqual([])
  })

  test.for<[string, Partial<Row> | { type: string }, string]>([
    ['another type', { type: 'string' }, 'type'],
    ['another default', { default: 256 }, 'default'],
    ['another limit', { maximum: 4096 }, 'limits'],
    ['a limit that the document lacks', { minLength: 1 }, 'limits'],
    ['another required', { required: true }, 'required'],
    ['an example that the document lacks', { example: 7 }, 'example'],
    ['an enumeration that the document lacks', { enum: [128] }, 'enum'],
  ])('a row with %s', ([, change, aspect]) => {
    const [problem, ...others] = problemsOf({ ...memorySize, ...change } as Row)
    expect(problem).toContain(`Function.memorySize: ${aspect}: the source has`)
    expect(others).toEqual([])
  })

  test('a row that the document lacks', () => {
    expect(problemsOf({ ...memorySize, path: 'memory' } as Row)).toEqual([
      '004:1090 Function.memory: has no place in the document',
    ])
  })

  test('a response with another status, body or code', () => {
    const response = rows.find(
      (candidate) =>
        candidate.kind === 'response' && candidate.operation === 'CreateService' && candidate.status === 409,
    )
    if (response?.kind !== 'response') throw new Error('no 409 row')
    expect(problemsOf({ ...response, status: 418 })[0]).toContain('has no place')
    expect(problemsOf({ ...response, error_codes: ['ServiceNotFound'] })[0]).toContain('errors: the source has')
    expect(problemsOf({ ...response, body_owner: 'Service' })[0]).toContain('schema: the source has')
  })

  test('a field, a parameter and a header without a row', () => {
    const changed = structuredClone(document)
    const model = followPointer(changed, '#/components/schemas/Function/properties')
    const operation = followPointer(changed, '#/paths/~1services/get')
    const headers = followPointer(changed, '#/paths/~1services/post/responses/200/headers')
    if (!model || !operation || !headers || !Array.isArray(operation.parameters))
      throw new Error('the document has another shape')
    model.extra = { type: 'string' }
    model.marked = { type: 'string', ...defined }
    operation.parameters.push({ name: 'extra', in: 'query', schema: { type: 'string' } })
    headers['X-Extra'] = { schema: { type: 'string' } }
    const { unmarked } = toTraceability(api, changed, rows, places)
    expect([...unmarked].sort()).toEqual([
      '#/components/schemas/Function/properties/extra',
      expect.stringMatching(/^#\/paths\/~1services\/get\/parameters\/\d+$/),
      '#/paths/~1services/post/responses/200/headers/X-Extra',
    ])
  })

  test('a quirk that states a difference which does not exist', () => {
    const idle = {
      ...api,
      quirks: [
        ...api.quirks,
        {
          id: 'Z1',
          operations: [],
          says: '',
          does: '',
          source: [],
          decision: '',
          differs: { '004:1090': ['type' as const] },
        },
      ],
    }
    expect(toTraceability(idle, document, rows, places).idleQuirks).toEqual(['Z1 004:1090 type'])
  })
})

describe('the traceability check of a definition finds', async () => {
  const folder = join(import.meta.dirname, '../schemas', aliyunFc20210406.id)
  const lines = (await readFile(join(folder, 'rows-definition.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
  const tables = toRows(await readFile(join(folder, 'rows.jsonl'), 'utf8'))
  const document = toDocument(aliyunFc20210406, '3.1')
  const problemsOf = (change: object, subject: JsonObject = document) => {
    const rows = toDefinitionRows(JSON.stringify(change), 'FC-DEF')
    return toProblems(toTraceability(aliyunFc20210406, subject, rows, laterPlaces)).filter((line) =>
      /^FC-DEF|^#.*must be defined/.test(line),
    )
  }
  const rowOf = (wanted: Record<string, unknown>): object => {
    const found = lines
      .map((line): Record<string, unknown> => JSON.parse(line))
      .find((row) => Object.entries(wanted).every(([key, value]) => row[key] === value))
    if (!found) throw new Error(`no row ${JSON.stringify(wanted)}`)
    return found
  }
  const webServerMode = rowOf({ owner: 'CustomContainerConfig', path: 'webServerMode' })
  const response = rowOf({ kind: 'response', operation: 'CreateFunction', status: 200 })

  test('no problem in unchanged rows', () => {
    expect([webServerMode, response].flatMap((row) => problemsOf(row))).toEqual([])
  })

  test.for<[string, object, string]>([
    ['another type', { ...webServerMode, type: 'string' }, 'FC-DEF CustomContainerConfig.webServerMode: type:'],
    ['another format', { ...webServerMode, type: 'integer', format: 'int64' }, 'type:'],
    ['a reference', { ...webServerMode, ref: 'Code' }, 'type:'],
    ['another default', { ...webServerMode, default: 'false' }, 'default:'],
    ['another required', { ...webServerMode, required: true }, 'required:'],
    ['an enumeration', { ...webServerMode, type: 'string', enum: ['a'] }, 'enum:'],
    ['values for consoles', { ...webServerMode, type: 'string', enum_titles: ['a'] }, 'enum:'],
    ['a limit', { ...webServerMode, type: 'integer', minimum: '1' }, 'limits:'],
    ['another path', { ...webServerMode, path: 'web[].server{}' }, 'has no place in the document'],
    ['another status', { ...response, status: 201 }, 'FC-DEF CreateFunction 201: has no place'],
    ['another body', { ...response, ref: 'Code' }, 'schema:'],
    ['no body', { ...response, body: false }, 'schema:'],
    ['a header', { ...response, headers: ['X-Other'] }, 'schema:'],
    ['a header in another case', { ...response, headers: ['etag'] }, 'name:'],
    ['a model', { kind: 'model', owner: 'Missing' }, 'FC-DEF Missing: has no place'],
    ['another method', { ...rowOf({ kind: 'operation', operation: 'CreateFunction' }), method: 'PUT' }, 'place:'],
  ])('a row with %s', ([, change, problem]) => {
    expect(problemsOf(change).some((line) => line.includes(problem))).toBe(true)
  })

  test('an element with another mark, and one without a mark where a table governs', () => {
    const changed = structuredClone(document)
    const model = followPointer(changed, '#/components/schemas/CreateFunctionInput/properties')
    const code = followPointer(changed, '#/components/schemas/Code')
    if (!model || !code) throw new Error('the document has another shape')
    code['x-provenance'] = 'observed'
    expect(problemsOf(rowOf({ kind: 'model', owner: 'Code' }), changed)).toEqual([
      '#/components/schemas/Code: the definition states it, so the mark must be defined',
    ])
    model.extra = { type: 'string' }
    const row = { kind: 'field', owner: 'CreateFunction.request', path: 'extra', type: 'string' }
    const rows = [...tables, ...toDefinitionRows(JSON.stringify(row), 'FC-DEF')]
    const { unmarked } = toTraceability(aliyunFc20210406, changed, rows, laterPlaces)
    expect(unmarked).toContain('#/components/schemas/CreateFunctionInput/properties/extra')
  })
})
