import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { toErrorGroups } from '../core/error-groups.ts'
import type { Json } from '../core/json-value.ts'
import { toDocument } from '../core/openapi.ts'
import { isObject } from '../core/openapi-versions.ts'
import type { Examples, Operation } from '../core/operation.ts'
import { huaweiFunctionGraphV2 as api } from './api.ts'
import { functionCode, inlineRequest, zipRequest } from './examples/function-code.ts'
import { functionConfig, mountRequest } from './examples/function-config.ts'
import { FuncMount, MountUser, MountUserResponse } from './models/mount-config.ts'
import { StrategyConfig } from './models/strategy-config.ts'
import { UpdateFunctionCodeRequest } from './models/update-function-code-request.ts'
import { UpdateFunctionConfigRequest } from './models/update-function-config-request.ts'

const operations: Readonly<Record<string, Operation>> = api.operations

describe('the operations', () => {
  test.each(Object.entries(operations))('the key of %s is its id in camel case', (key, { id }) => {
    expect(key).toBe(id.charAt(0).toLowerCase() + id.slice(1))
  })

  test.each(Object.values(operations).map((operation) => [operation.id, operation] as const))(
    'the examples of %s are valid and have no unknown field',
    (_, operation) => {
      const bodies = [
        ...toCases('body', operation.body),
        ...Object.entries(operation.success).flatMap(([status, response]) => toCases(status, response)),
        ...toErrorGroups(api, operation).flatMap(({ status, examples }) =>
          toCases(`${status}`, { schema: api.dialect.errorModel, examples }),
        ),
      ]
      expect(bodies.length).toBeGreaterThan(7)
      for (const { name, schema, value } of bodies) {
        const result = schema.safeParse(value)
        expect(result.error, name).toBeUndefined()
        // Schemas remove unknown fields, so a field with a wrong name is missing from the result.
        expect(result.data, name).toMatchObject(value as object) // an example is plain JSON
      }
    },
  )

  test.each(Object.values(operations).map((operation) => [operation.id, operation] as const))(
    '%s documents exactly the five error statuses of its source',
    (_, operation) => {
      const documented = toErrorGroups(api, operation).filter(({ provenance }) => !provenance)
      expect(documented.map(({ status }) => status)).toEqual([400, 401, 403, 404, 500])
    },
  )

  test('document only the code FSS.1052 of UpdateFunctionCode', () => {
    const documented = Object.values(operations).flatMap((operation) =>
      toErrorGroups(api, operation).flatMap(({ codes }) =>
        codes.filter((entry) => !entry['x-provenance']).map(({ code }) => `${operation.id} ${code}`),
      ),
    )
    expect(documented).toEqual(['UpdateFunctionCode FSS.1052'])
  })
})

describe('the examples', () => {
  const toBytes = (file: string | undefined) => Buffer.from(file ?? '', 'base64')

  test('have a source file as inline code, and an archive as zip code', () => {
    expect(toBytes(inlineRequest.value.func_code?.file).toString()).toContain('def handler')
    expect(toBytes(zipRequest.value.func_code?.file).subarray(0, 2).toString()).toBe('PK')
  })

  test('have the size and the SHA-512 of their code', () => {
    const { func_code, code_size, digest } = functionCode.value
    expect(func_code?.file).toBe(inlineRequest.value.func_code?.file)
    expect(toBytes(func_code?.file)).toHaveLength(code_size ?? -1)
    expect(digest).toBe(createHash('sha512').update(toBytes(func_code?.file)).digest('hex'))
  })

  test('have the same project in URN and namespace', () => {
    const { func_urn, namespace } = functionConfig.value
    expect(func_urn?.split(':')[3]).toBe(namespace)
  })

  test('have the CPU of real servers for their memory size', () => {
    const { cpu, memory_size = 0 } = functionConfig.value
    expect(cpu).toBe((memory_size / 128) * 100 + 200)
  })
})

describe('the quirks', () => {
  const { quirks } = api
  const ids = quirks.map(({ id }) => id)
  const { paths, components } = toDocument(api, '3.1')
  const mentioned = new Set([...findQuirks(paths), ...findQuirks(components)])

  test('have unique ids', () => {
    expect(ids).toEqual([...new Set(ids)])
  })

  test('are D1 to D31, and Y1 onwards without a gap', () => {
    const others = ids.filter((id) => !id.startsWith('D'))
    expect(ids.filter((id) => id.startsWith('D'))).toEqual(Array.from({ length: 31 }, (_, index) => `D${index + 1}`))
    expect(others).toEqual(others.map((_, index) => `Y${index + 1}`))
  })

  test('include every id in the document', () => {
    expect([...mentioned].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('appear in the document, except those of the whole API', () => {
    const silent = quirks.filter(({ id, operations: touched }) => touched.length > 0 && !mentioned.has(id))
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test.each(quirks)('$id lists exactly the operations with the quirk', ({ id, operations: touched }) => {
    const showing = Object.values(operations).filter((operation) => findReached(operation).has(id))
    if (touched.length > 0) expect(showing.map((operation) => operation.id)).toEqual(touched)
  })

  test('cite at least one row', () => {
    for (const { id, source } of quirks) {
      expect(source, id).not.toEqual([])
      for (const place of source) expect(place, id).toMatch(/^00[12]:\d+$/)
    }
  })
})

describe('the schemas', () => {
  const config = mountRequest.value
  const func_code = { file: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }
  const mount = { mount_type: 'sfs', mount_resource: '268xxx', local_mount_path: '/mnt' }
  const share = { mount_share_path: '192.168.0.12:/data' }

  test.each<[string, z.ZodType, unknown]>([
    ['an ecs mount with mount_share_path', FuncMount, { ...mount, mount_type: 'ecs', ...share }],
    ['an sfs mount without mount_share_path', FuncMount, mount],
    ['inline code without a file name', UpdateFunctionCodeRequest, { code_type: 'inline', func_code }],
    ['a JAR with a file name', UpdateFunctionCodeRequest, { code_type: 'jar', code_filename: 'a.jar', func_code }],
    ['a ZIP with a file name', UpdateFunctionCodeRequest, { code_type: 'zip', code_filename: 'a.zip', func_code }],
    ['code in OBS with only code_url', UpdateFunctionCodeRequest, { code_type: 'obs', code_url: 'https://a/b.zip' }],
    [
      'code in OBS with an empty func_code',
      UpdateFunctionCodeRequest,
      { code_type: 'obs', code_url: 'a', func_code: {} },
    ],
    ['user and group ids as numbers', MountUser, { user_id: -1, user_group_id: 65534 }],
    ['user and group ids as strings', MountUser, { user_id: '-1', user_group_id: '65534' }],
    ['only concurrency', StrategyConfig, { concurrency: 0 }],
    ['only concurrent_num', StrategyConfig, { concurrent_num: 1000 }],
    ['settings without func_name', UpdateFunctionConfigRequest, { ...config, func_name: undefined }],
    ['the minimum timeout', UpdateFunctionConfigRequest, { ...config, timeout: 3 }],
    ['the maximum timeout', UpdateFunctionConfigRequest, { ...config, timeout: 259200 }],
    ['a handler of one character', UpdateFunctionConfigRequest, { ...config, handler: '-' }],
    ['a handler of 128 characters', UpdateFunctionConfigRequest, { ...config, handler: 'a.'.repeat(64) }],
    ['GPU memory', UpdateFunctionConfigRequest, { ...config, gpu_memory: 16384, gpu_type: 'nvidia-t4' }],
    ['an undocumented field', UpdateFunctionConfigRequest, { ...config, tags: 'demo' }],
  ])('accept %s', (_, schema, value) => {
    expect(schema.safeParse(value).error).toBeUndefined()
  })

  test.each<[string, z.ZodType, unknown, string]>([
    ['an ecs mount without mount_share_path', FuncMount, { ...mount, mount_type: 'ecs' }, 'mount_share_path'],
    ['a JAR without a file name', UpdateFunctionCodeRequest, { code_type: 'jar', func_code }, 'code_filename'],
    ['a ZIP without a file name', UpdateFunctionCodeRequest, { code_type: 'zip', func_code }, 'code_filename'],
    ['code in OBS without code_url', UpdateFunctionCodeRequest, { code_type: 'obs', func_code }, 'code_url'],
    ['inline code without code', UpdateFunctionCodeRequest, { code_type: 'inline' }, 'func_code'],
    ['a ZIP without code', UpdateFunctionCodeRequest, { code_type: 'zip', code_filename: 'a.zip' }, 'func_code'],
    ['a JAR without code', UpdateFunctionCodeRequest, { code_type: 'jar', code_filename: 'a.jar' }, 'func_code'],
    ['an unknown code type', UpdateFunctionCodeRequest, { code_type: 'rar', func_code }, 'code_type'],
    ['user 0', MountUser, { user_id: 0, user_group_id: -1 }, 'user_id'],
    ['user 0 as a string', MountUser, { user_id: '0', user_group_id: -1 }, 'user_id'],
    ['user -2', MountUser, { user_id: -2, user_group_id: -1 }, 'user_id'],
    ['group 65535', MountUser, { user_id: -1, user_group_id: 65535 }, 'user_group_id'],
    ['group 65535 as a string', MountUser, { user_id: -1, user_group_id: '65535' }, 'user_group_id'],
    ['a response with a user id as a string', MountUserResponse, { user_id: '-1' }, 'user_id'],
    ['more than 1000 instances', StrategyConfig, { concurrency: 1001 }, 'concurrency'],
    ['concurrent_num 0', StrategyConfig, { concurrent_num: 0 }, 'concurrent_num'],
    ['an undocumented memory size', UpdateFunctionConfigRequest, { ...config, memory_size: 1000 }, 'memory_size'],
    ['a timeout below the minimum', UpdateFunctionConfigRequest, { ...config, timeout: 2 }, 'timeout'],
    ['a timeout above the maximum', UpdateFunctionConfigRequest, { ...config, timeout: 259201 }, 'timeout'],
    ['an empty handler', UpdateFunctionConfigRequest, { ...config, handler: '' }, 'handler'],
    ['a handler of 129 characters', UpdateFunctionConfigRequest, { ...config, handler: 'a'.repeat(129) }, 'handler'],
    ['a runtime in the format of the text', UpdateFunctionConfigRequest, { ...config, runtime: 'HTTP' }, 'runtime'],
    [
      'an initializer without a period',
      UpdateFunctionConfigRequest,
      { ...config, initializer_handler: 'start' },
      'initializer_handler',
    ],
    ['storage of 1024 MB', UpdateFunctionConfigRequest, { ...config, ephemeral_storage: 1024 }, 'ephemeral_storage'],
    ['GPU memory of 1500 MB', UpdateFunctionConfigRequest, { ...config, gpu_memory: 1500 }, 'gpu_memory'],
  ])('reject %s and name the field', (_, schema, value, field) => {
    expect(schema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })

  test('accept the same user ids as strings and as numbers', () => {
    const takes = (user_id: unknown) => MountUser.safeParse({ user_id, user_group_id: -1 }).success
    const differing = Array.from({ length: 70_000 }, (_, index) => index - 3).filter(
      (id) => takes(id) !== takes(`${id}`),
    )
    expect(differing).toEqual([])
  })

  test('add no ephemeral_storage to an update', () => {
    expect(UpdateFunctionConfigRequest.parse(config).ephemeral_storage).toBeUndefined()
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

/** The quirks in the document of an operation, including the models that it references. */
function findReached(operation: Operation): ReadonlySet<string> {
  const { paths, components } = toDocument({ ...api, operations: { operation } }, '3.1')
  const models = isObject(components) && isObject(components.schemas) ? components.schemas : {}
  const seen = new Set<string>()
  const visit = (node: Json | undefined): Json[] => {
    const fresh = [...findRefs(node)].filter((name) => !seen.has(name))
    for (const name of fresh) seen.add(name)
    return fresh.flatMap((name) => [models[name] ?? null, ...visit(models[name])])
  }
  return new Set(findQuirks([paths ?? null, ...visit(paths)]))
}

function findRefs(node: Json | undefined): Set<string> {
  const names = JSON.stringify(node ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)
  return new Set([...names].flatMap(([, name]) => name ?? []))
}

/** Every id in an `x-quirk` at any depth. */
function findQuirks(node: Json | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap(findQuirks)
  if (!isObject(node)) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'x-quirk' && Array.isArray(value) ? value.map(String) : findQuirks(value),
  )
}
