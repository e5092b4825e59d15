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

/** The list of resources in the source, in its order. Source: 004 Resources. */
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
  test('contain the list of resources of the source, with the same tags and in the same order', () => {
    const known = new Set(Object.values(listed).flat())
    const found = Object.values(operations).flatMap(({ tag, id }) => (known.has(id) ? [[tag, id]] : []))
    expect(found).toEqual(Object.entries(listed).flatMap(([tag, ids]) => ids.map((id) => [tag, id])))
  })

  test.each(Object.entries(operations))('the key of %s is its id in camel case', (key, { id }) => {
    expect(key).toBe(id.charAt(0).toLowerCase() + id.slice(1))
  })

  test.each(Object.values(operations).map((operation) => [operation.id, operation] as const))(
    'the examples of %s are valid and have no unknown field',
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

  test('have unique ids', () => {
    expect(ids).toEqual([...new Set(ids)])
  })

  test('are A1 to A35, and W1 onwards without a gap', () => {
    const wire = ids.filter((id) => id.startsWith('W'))
    expect(ids.filter((id) => !id.startsWith('W'))).toEqual(Array.from({ length: 35 }, (_, index) => `A${index + 1}`))
    expect(wire).toEqual(wire.map((_, index) => `W${index + 1}`))
  })

  test('include every id in the document', () => {
    expect([...mentioned].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('appear in the document, except those of the whole API', () => {
    const silent = quirks.filter(({ id, operations: touched }) => touched.length > 0 && !mentioned.has(id))
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('list existing operations, including each operation with the quirk', () => {
    const known = Object.values(operations).map(({ id }) => id)
    expect(quirks.flatMap(({ operations: touched }) => touched).filter((id) => !known.includes(id))).toEqual([])
    const forgotten = Object.values(operations).flatMap((operation) =>
      operation.quirks
        .filter((id) => !quirks.find((quirk) => quirk.id === id)?.operations.includes(operation.id))
        .map((id) => `${id} ${toKebab(operation.id)}`),
    )
    expect(forgotten).toEqual([])
  })

  test('cite at least one row', () => {
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
    ['an alias with versionId', Alias, { aliasName: 'my-alias', versionId: '1' }],
    ['an alias with versionID', Alias, { aliasName: 'my-alias', versionID: '1' }],
    ['an alias update with only a description', AliasUpdateFields, { description: 'my service alias' }],
    ['a trigger without sourceArn and invocationRole', Trigger, trigger],
    ['a trigger response with sourceArn null', TriggerResponse, { ...trigger, sourceArn: null }],
    ['a NAS user id as a number', NASConfig, nas],
    ['a NAS user id as a string', NASConfig, { ...nas, userId: '10003' }],
    ['the minimum memory size', FunctionModel, { ...fn, memorySize: 128 }],
    ['the maximum memory size', FunctionModel, { ...fn, memorySize: 3072 }],
    ['a documented runtime', FunctionModel, { ...fn, runtime: 'python2.7' }],
    ['an observed runtime', FunctionModel, { ...fn, runtime: 'custom-container' }],
    ['an undocumented field', FunctionModel, { ...fn, tags: ['demo'] }],
  ])('accept %s', (_, schema, value) => {
    expect(schema.safeParse(value).error).toBeUndefined()
  })

  test.each<[string, z.ZodType, unknown, string]>([
    ['an alias without a version', Alias, { aliasName: 'my-alias' }, 'versionId'],
    ['a weight above one', AliasUpdateFields, { additionalVersionWeight: { 2: 1.5 } }, 'additionalVersionWeight.2'],
    ['a trigger without triggerConfig', Trigger, { ...trigger, triggerConfig: undefined }, 'triggerConfig'],
    ['a memory size that is not a multiple of 64', FunctionModel, { ...fn, memorySize: 130 }, 'memorySize'],
    ['a memory size below the minimum', FunctionModel, { ...fn, memorySize: 64 }, 'memorySize'],
    ['a memory size above the maximum', FunctionUpdateFields, { memorySize: 3136 }, 'memorySize'],
    ['a timeout of 0', FunctionUpdateFields, { timeout: 0 }, 'timeout'],
    ['a timeout above the maximum', FunctionModel, { ...fn, timeout: 301 }, 'timeout'],
    ['an unknown runtime', FunctionModel, { ...fn, runtime: 'cobol' }, 'runtime'],
  ])('reject %s and name the field', (_, schema, value, field) => {
    expect(schema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })

  test('give a new function the documented defaults', () => {
    expect(FunctionModel.parse(fn)).toMatchObject({ memorySize: 128, timeout: 3, instanceType: 'e1' })
  })

  test('add no field to an update', () => {
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

/** Schemas remove unknown fields, so a field with a wrong name is missing from the result. */
function expectKnown(name: string, schema: z.ZodType, value: unknown): void {
  const result = schema.safeParse(value)
  expect(result.error, name).toBeUndefined()
  if (isObject(value as Json))
    expect(result.data, name).toMatchObject(value as object) // an example is plain JSON
  else expect(result.data, name).toBe(value)
}

/** Every id in an `x-quirk` at any depth. */
function findQuirks(node: Json | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap(findQuirks)
  if (!isObject(node)) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'x-quirk' && Array.isArray(value) ? value.map(String) : findQuirks(value),
  )
}
