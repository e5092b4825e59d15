import { describe, expect, test } from 'vitest'
import { toErrorGroups } from '../core/error-groups.ts'
import type { Json } from '../core/json-value.ts'
import { toDocument } from '../core/openapi.ts'
import { isObject } from '../core/openapi-versions.ts'
import type { Operation } from '../core/operation.ts'
import { atPointer } from '../core/pointer.ts'
import { inlineComponents } from '../core/shared-components.ts'
import { aliyunFc20210406 as api } from './api.ts'
import { Code } from './models/code.ts'
import { CreateFunctionInput } from './models/create-function-input.ts'
import { FunctionModel } from './models/function.ts'
import { commonHeaders } from './models/headers.ts'
import { UpdateFunctionInput } from './models/update-function-input.ts'

const operations: readonly Operation[] = Object.values(api.operations)
const document = inlineComponents(toDocument(api, '3.1'))

const minimal = { functionName: 'f', handler: 'index.handler', runtime: 'python3.9', code: { zipFile: 'UEs=' } }

/** The first issue, or undefined if the value is valid. */
function faultOf(schema: { safeParse(value: unknown): { error?: { issues: readonly object[] } } }, value: unknown) {
  return schema.safeParse(value).error?.issues[0]
}

describe('examples', () => {
  const examples = operations.flatMap((operation) => [
    ...Object.entries(operation.body?.examples ?? {}).map(([name, { value }]) => ({
      name: `${operation.id} request ${name}`,
      schema: operation.body?.schema,
      value,
    })),
    ...Object.values(operation.success).flatMap((returned) =>
      Object.entries(returned.examples).map(([name, { value }]) => ({
        name: `${operation.id} response ${name}`,
        schema: returned.schema,
        value,
      })),
    ),
    ...toErrorGroups(api, operation).flatMap((group) =>
      Object.entries(group.examples).map(([name, { value }]) => ({
        name: `${operation.id} error ${name}`,
        schema: api.dialect.errorModel,
        value,
      })),
    ),
  ])

  test.each(examples)('$name is valid and has no unknown field', ({ schema, value }) => {
    const parsed = schema?.parse(value)
    expect(parsed).toMatchObject(value as object) // every body of this API is a JSON object
  })

  test('exist for every request and every response', () => {
    for (const { body, success } of operations) {
      if (body) expect(Object.keys(body.examples)).not.toEqual([])
      const withBody = Object.values(success).filter(({ schema }) => schema)
      for (const { examples } of withBody) expect(Object.keys(examples)).not.toEqual([])
    }
  })
})

describe('quirks', () => {
  const ids = api.quirks.map(({ id }) => id)

  test('have unique ids', () => {
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('include B1 to B28 and C1 to C7', () => {
    const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`)
    expect(ids).toEqual(expect.arrayContaining([...numbered('B', 28), ...numbered('C', 7)]))
  })

  test.each(operations)('of $id appear in its part of the document', ({ id }) => {
    const marks = findMarks(findOperation(id))
    const named = api.quirks.filter((quirk) => quirk.operations.includes(id)).map((quirk) => quirk.id)
    expect(named.filter((quirk) => !marks.has(quirk))).toEqual([])
    expect([...marks].filter((mark) => !ids.includes(mark))).toEqual([])
  })

  test('list at least one operation each, or concern a model that no operation uses', () => {
    const marks = findMarks(document)
    expect(api.quirks.filter(({ id, operations: of }) => of.length === 0 && !marks.has(id))).toEqual([])
  })
})

function findOperation(id: string): Json {
  const paths = isObject(document.paths) ? Object.values(document.paths) : []
  const found = paths.flatMap((item) => (isObject(item) ? Object.values(item) : []))
  return found.find((operation) => isObject(operation) && operation.operationId === id) ?? null
}

/** The quirks in a part of the document and in everything that it references. */
function findMarks(node: Json, seen = new Set<string>()): Set<string> {
  if (Array.isArray(node)) return new Set(node.flatMap((item) => [...findMarks(item, seen)]))
  if (!isObject(node)) return new Set()
  const own = Array.isArray(node['x-quirk']) ? node['x-quirk'].map(String) : []
  const target = typeof node.$ref === 'string' && !seen.has(node.$ref) ? node.$ref : undefined
  if (target) seen.add(target)
  const referred = target ? [...findMarks(atPointer(document, target) ?? null, seen)] : []
  return new Set([...own, ...referred, ...Object.values(node).flatMap((value) => [...findMarks(value, seen)])])
}

describe('rules between fields', () => {
  const { code: _, ...withoutCode } = minimal
  const cases = [
    { name: 'only code', schema: CreateFunctionInput, value: minimal },
    { name: 'only a container', schema: CreateFunctionInput, value: { ...withoutCode, customContainerConfig: {} } },
    { name: 'both', schema: CreateFunctionInput, value: { ...minimal, customContainerConfig: {} } },
    { name: 'neither code nor container', schema: CreateFunctionInput, value: withoutCode, fault: 'code' },
    { name: 'an update with neither code nor container', schema: UpdateFunctionInput, value: {} },
    {
      name: 'equal to InstanceConcurrency, above the ignored instanceConcurrency',
      schema: UpdateFunctionInput,
      value: { instanceSoftConcurrency: 10, InstanceConcurrency: 10, instanceConcurrency: 1 },
    },
    { name: 'code in OSS', schema: Code, value: { ossBucketName: 'b', ossObjectName: 'o' } },
    { name: 'zipFile and a bucket', schema: Code, value: { zipFile: '', ossBucketName: 'b' }, fault: 'zipFile' },
    { name: 'zipFile and an object', schema: Code, value: { zipFile: '', ossObjectName: 'o' }, fault: 'zipFile' },
    ...[
      { schema: CreateFunctionInput, base: minimal, limit: 'instanceConcurrency' },
      { schema: UpdateFunctionInput, base: {}, limit: 'InstanceConcurrency' },
      { schema: FunctionModel, base: {}, limit: 'instanceConcurrency' },
    ].flatMap(({ schema, base, limit }) => [
      { name: `equal to ${limit}`, schema, value: { ...base, instanceSoftConcurrency: 10, [limit]: 10 } },
      {
        name: `above ${limit}`,
        schema,
        value: { ...base, instanceSoftConcurrency: 11, [limit]: 10 },
        fault: 'instanceSoftConcurrency',
      },
    ]),
  ]

  test.each(cases.filter((item) => !('fault' in item)))('$name: accepted', ({ schema, value }) => {
    expect(faultOf(schema, value)).toBeUndefined()
  })

  test.each(cases.filter((item) => 'fault' in item))('$name: rejected', ({ schema, value, fault }) => {
    expect(faultOf(schema, value)).toMatchObject({ code: 'custom', path: [fault] })
  })
})

describe('limits', () => {
  const create = (field: string, value: unknown) => faultOf(CreateFunctionInput, { ...minimal, [field]: value })
  const update = (field: string, value: unknown) => faultOf(UpdateFunctionInput, { [field]: value })
  const result = (field: string, value: unknown) => faultOf(FunctionModel, { [field]: value })
  const inAll = { 'a creation': create, 'an update': update, 'a response': result }
  const inRequests = { 'a creation': create, 'an update': update }

  const table = [
    { in: inAll, field: 'cpu', accepted: [0.05, 0.15, 0.3, 1.5, 2.05], rejected: [0.07, 0.01, 1.51] },
    { in: inAll, field: 'gpuMemorySize', accepted: [1024, 2048], rejected: [1000, 1536] },
    { in: inAll, field: 'diskSize', accepted: [512, 10240], rejected: [513, 1024, '512'] },
    {
      in: inAll,
      field: 'instanceType',
      accepted: ['e1', 'c1', 'fc.gpu.tesla.1', 'fc.gpu.ampere.1', 'g1'],
      rejected: ['E1'],
    },
    { in: inAll, field: 'timeout', accepted: [1, 601], rejected: [0, 1.5] },
    { in: inRequests, field: 'memorySize', accepted: [64, 512], rejected: [63, 100] },
    { in: { 'a response': result }, field: 'memorySize', accepted: [100], rejected: ['100'] },
    { in: { 'a creation': create }, field: 'initializationTimeout', accepted: [1, 300], rejected: [0, 301] },
    {
      in: { 'an update': update, 'a response': result },
      field: 'initializationTimeout',
      accepted: [1, 301],
      rejected: [0],
    },
    {
      in: { 'a creation': create },
      field: 'functionName',
      accepted: ['a', '_a-1', 'a'.repeat(64)],
      rejected: ['', '1a', '-a', 'a.b', 'a'.repeat(65)],
    },
    { in: inAll, field: 'runtime', accepted: ['nodejs20', 'custom.debian10', 'python2.7'], rejected: ['python3.11'] },
  ].flatMap(({ in: objects, ...row }) => Object.entries(objects).map(([object, fault]) => ({ object, fault, ...row })))

  test.each(table)('$field of $object', ({ field, fault, accepted, rejected }) => {
    expect(accepted.filter((value) => fault(field, value))).toEqual([])
    expect(rejected.filter((value) => !fault(field, value))).toEqual([])
  })

  test.each(['Wed,11 May 2022 09:00:00 GMT', 'Wed, 1 May 2022 09:00:00 GMT'])('the date %s is accepted', (date) => {
    expect(faultOf(commonHeaders['X-Fc-Date'], date)).toBeUndefined()
  })

  test.each(['2022-05-11T09:00:00Z', 'Wed, 11 May 2022 09:00:00 CET'])('the date %s is rejected', (date) => {
    expect(faultOf(commonHeaders['X-Fc-Date'], date)).toMatchObject({ code: 'invalid_format' })
  })
})

describe('defaults', () => {
  test('apply to CreateFunction', () => {
    const { timeout, initializationTimeout, instanceType } = CreateFunctionInput.parse(minimal)
    expect({ timeout, initializationTimeout, instanceType }).toEqual({
      timeout: 3,
      initializationTimeout: 3,
      instanceType: 'e1',
    })
  })

  test('do not apply to UpdateFunction or responses', () => {
    expect(UpdateFunctionInput.parse({})).toEqual({})
    expect(FunctionModel.parse({})).toEqual({})
  })
})

test('every error code has the mark observed or inferred', () => {
  for (const { id } of operations) {
    const operation = findOperation(id)
    const responses = isObject(operation) && isObject(operation.responses) ? Object.values(operation.responses) : []
    const codes = responses.flatMap((response) => (isObject(response) ? (response['x-error-codes'] ?? []) : []))
    expect(codes.length).toBeGreaterThan(1)
    for (const code of codes) {
      expect(code).toMatchObject({ 'x-provenance': expect.stringMatching(/^(observed|inferred)$/) })
    }
  }
})

test('a status has no mark more than defined if FC-DEF states it', () => {
  const responses = operations.flatMap((operation) => {
    const found = findOperation(operation.id)
    const all = isObject(found) && isObject(found.responses) ? Object.entries(found.responses) : []
    return all.map(([status, response]) => ({ operation, status: Number(status), response }))
  })
  for (const { operation, status, response } of responses) {
    const isStated = status < 300 || operation.errorStatuses?.includes(status)
    const mark = isStated ? (operation.source.source.isDefinition ? undefined : 'defined') : 'observed'
    expect(isObject(response) ? response['x-provenance'] : '', `${operation.id} ${status}`).toBe(mark)
  }
})
