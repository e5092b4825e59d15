import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815 as api } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import { places } from '../schemas/aliyun-fc-2016-08-15/places.ts'
import { apis } from '../schemas/apis.ts'
import type { JsonObject } from '../schemas/core/json-value.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import { followPointer } from '../schemas/core/pointer.ts'
import { defined } from '../schemas/core/provenance.ts'
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
