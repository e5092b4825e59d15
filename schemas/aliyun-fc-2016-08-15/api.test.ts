import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { toErrorGroups } from '../core/error-groups.ts'
import type { Json } from '../core/json-value.ts'
import { toDocument, toKebab } from '../core/openapi.ts'
import { isObject } from '../core/openapi-versions.ts'
import type { Examples, Operation } from '../core/operation.ts'
import { aliyunFc20160815 } from './api.ts'
import { Alias, AliasUpdateFields } from './models/alias.ts'
import { FunctionModel, FunctionUpdateFields } from './models/function.ts'
import { NASConfig } from './models/nas-config.ts'
import { Trigger, TriggerResponse } from './models/trigger.ts'

const operations: Readonly<Record<string, Operation>> = aliyunFc20160815.operations

/** The page's list of resources, in its order. Source: 004 Resources. */
const listed = {
  Service: ['CreateService', 'ListServices', 'GetService', 'UpdateService', 'DeleteService'],
  Function: [
    'CreateFunction',
    'ListFunctions',
    'GetFunction',
    'UpdateFunction',
    'DeleteFunction',
    'GetFunctionCode',
    'InvokeFunction',
  ],
  Trigger: ['CreateTrigger', 'ListTriggers', 'GetTrigger', 'UpdateTrigger', 'DeleteTrigger'],
  Version: ['PublishVersion', 'ListVersions', 'DeleteVersion'],
  Alias: ['CreateAlias', 'ListAliases', 'GetAlias', 'UpdateAlias', 'DeleteAlias'],
}

describe('the operations', () => {
  test('are the 25 of the list of resources, each under its tag and in its order', () => {
    const found = Object.values(operations).map(({ tag, id }) => [tag, id])
    expect(found).toEqual(Object.entries(listed).flatMap(([tag, ids]) => ids.map((id) => [tag, id])))
  })

  test.each(Object.entries(operations))('%s stands under the camel case of its id', (key, { id }) => {
    expect(key).toBe(id.charAt(0).toLowerCase() + id.slice(1))
  })

  test.each(Object.values(operations).map((operation) => [operation.id, operation] as const))(
    '%s has examples that its schemas take and know every field of',
    (_, operation) => {
      const bodies = [
        ...toCases('body', operation.body),
        ...Object.entries(operation.success).flatMap(([status, response]) => toCases(status, response)),
        ...toErrorGroups(aliyunFc20160815, operation).flatMap(({ status, examples }) =>
          toCases(`${status}`, { schema: aliyunFc20160815.dialect.errorModel, examples }),
        ),
      ]
      expect(bodies.length).toBeGreaterThan(0)
      for (const { name, schema, value } of bodies) expectKnown(name, schema, value)
    },
  )
})

describe('the quirks', () => {
  const { quirks } = aliyunFc20160815
  const ids = quirks.map(({ id }) => id)
  const { paths, components } = toDocument(aliyunFc20160815, '3.1')
  const mentioned = new Set([...findQuirks(paths), ...findQuirks(components)])

  test('have an id each', () => {
    expect(ids).toEqual([...new Set(ids)])
  })

  test('hold A1 to A35 and number the others from W1 without a gap', () => {
    const wire = ids.filter((id) => id.startsWith('W'))
    expect(ids.filter((id) => !id.startsWith('W'))).toEqual(Array.from({ length: 35 }, (_, index) => `A${index + 1}`))
    expect(wire).toEqual(wire.map((_, index) => `W${index + 1}`))
  })

  test('are all that the document mentions', () => {
    expect([...mentioned].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('are mentioned in the document unless they are about the whole API', () => {
    const silent = quirks.filter(({ id, operations: touched }) => touched.length > 0 && !mentioned.has(id))
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('name operations that exist, among them those that carry the quirk', () => {
    const known = Object.values(operations).map(({ id }) => id)
    expect(quirks.flatMap(({ operations: touched }) => touched).filter((id) => !known.includes(id))).toEqual([])
    const forgotten = Object.values(operations).flatMap((operation) =>
      operation.quirks
        .filter((id) => !quirks.find((quirk) => quirk.id === id)?.operations.includes(operation.id))
        .map((id) => `${id} ${toKebab(operation.id)}`),
    )
    expect(forgotten).toEqual([])
  })

  test('have a source each, as a page and a line', () => {
    for (const { id, source } of quirks) {
      expect(source, id).not.toEqual([])
      for (const place of source) expect(place, id).toMatch(/^004:\d+$/)
    }
  })
})

describe('the schemas', () => {
  const code = { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }
  const fn = { functionName: 'helloworld', handler: 'hello_world.main', runtime: 'nodejs8', code }
  const trigger = { triggerName: 'every_minute', triggerType: 'timer', triggerConfig: {} }
  const nas = { userId: 10003, groupId: 10003, mountPoints: [] }

  test.each<[string, z.ZodType, unknown]>([
    ['an alias with the spelling of the clients', Alias, { aliasName: 'my-alias', versionId: '1' }],
    ['an alias with the spelling of the page', Alias, { aliasName: 'my-alias', versionID: '1' }],
    ['an alias update of the description alone', AliasUpdateFields, { description: 'my service alias' }],
    ['a trigger without a source and a role', Trigger, trigger],
    ['a trigger that returns no source', TriggerResponse, { ...trigger, sourceArn: null }],
    ['a NAS user by number', NASConfig, nas],
    ['a NAS user by text', NASConfig, { ...nas, userId: '10003' }],
    ['the least memory', FunctionModel, { ...fn, memorySize: 128 }],
    ['the most memory', FunctionModel, { ...fn, memorySize: 3072 }],
    ['a runtime of the page', FunctionModel, { ...fn, runtime: 'python2.7' }],
    ['a runtime in use', FunctionModel, { ...fn, runtime: 'custom-container' }],
    ['a field that nobody lists', FunctionModel, { ...fn, tags: ['demo'] }],
  ])('take %s', (_, schema, value) => {
    expect(schema.safeParse(value).error).toBeUndefined()
  })

  test.each<[string, z.ZodType, unknown, string]>([
    ['an alias without a version', Alias, { aliasName: 'my-alias' }, 'versionId'],
    ['a weight above one', AliasUpdateFields, { additionalVersionWeight: { 2: 1.5 } }, 'additionalVersionWeight.2'],
    ['a trigger without settings', Trigger, { ...trigger, triggerConfig: undefined }, 'triggerConfig'],
    ['memory that is no multiple of 64', FunctionModel, { ...fn, memorySize: 130 }, 'memorySize'],
    ['memory below the least', FunctionModel, { ...fn, memorySize: 64 }, 'memorySize'],
    ['memory above the most', FunctionUpdateFields, { memorySize: 3136 }, 'memorySize'],
    ['no time at all', FunctionUpdateFields, { timeout: 0 }, 'timeout'],
    ['too much time', FunctionModel, { ...fn, timeout: 301 }, 'timeout'],
    ['an unknown runtime', FunctionModel, { ...fn, runtime: 'cobol' }, 'runtime'],
  ])('refuse %s and name the field', (_, schema, value, field) => {
    expect(schema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })

  test('fill a new function with 128 MB and 3 seconds', () => {
    expect(FunctionModel.parse(fn)).toMatchObject({ memorySize: 128, timeout: 3, instanceType: 'e1' })
  })

  test('leave what an update does not name unset', () => {
    expect(FunctionUpdateFields.parse({})).toEqual({})
  })
})

interface Case {
  readonly name: string
  readonly schema: z.ZodType
  readonly value: unknown
}

function toCases(name: string, part?: { schema: z.ZodType | undefined; examples: Examples }): Case[] {
  const schema = part?.schema
  if (!part || !schema) return []
  return Object.entries(part.examples).map(([key, { value }]) => ({ name: `${name} ${key}`, schema, value }))
}

/** Schemas are open and drop what they do not know, so a misspelt field is missing from the outcome. */
function expectKnown(name: string, schema: z.ZodType, value: unknown): void {
  const outcome = schema.safeParse(value)
  expect(outcome.error, name).toBeUndefined()
  if (isObject(value as Json))
    expect(outcome.data, name).toMatchObject(value as object) // an example is plain JSON
  else expect(outcome.data, name).toBe(value)
}

/** Every id under an `x-quirk` key, at any depth. */
function findQuirks(node: Json | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap(findQuirks)
  if (!isObject(node)) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'x-quirk' && Array.isArray(value) ? value.map(String) : findQuirks(value),
  )
}
