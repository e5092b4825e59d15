import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { apis } from '../schemas/apis.ts'
import type { Api } from '../schemas/core/api.ts'
import type { Json, JsonObject } from '../schemas/core/json-value.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import { isObject } from '../schemas/core/openapi-versions.ts'
import { atPointer, followPointer } from '../schemas/core/pointer.ts'

const documents = apis.flatMap((api) =>
  (['3.1', '3.0'] as const).map((version) => ({ api, id: api.id, version, document: toDocument(api, version) })),
)
const latest = documents.filter(({ version }) => version === '3.1')

describe('B01: a rule between fields does not weaken a generated type', () => {
  test.each(documents)('$id, OpenAPI $version: no schema combines properties and alternatives', ({ document }) => {
    const mixed = [...walk(document)].filter(
      ({ node }) => 'properties' in node && ['allOf', 'anyOf', 'oneOf'].some((key) => key in node),
    )
    expect(mixed.map(({ pointer }) => pointer)).toEqual([])
  })

  const fn = { functionName: 'f', handler: 'index.handler', runtime: 'python3.9' }
  const mount = { mount_type: 'ecs', mount_resource: 'a', local_mount_path: '/mnt' }
  test.each<[string, string, string, JsonObject, JsonObject]>([
    ['an alias without a version', 'aliyun-fc-2016-08-15', 'Alias', { aliasName: 'a' }, { versionId: '1' }],
    ['a function without code', 'aliyun-fc-2021-04-06', 'CreateFunctionInput', fn, { code: {} }],
    ['code in two places', 'aliyun-fc-2021-04-06', 'Code', { zipFile: '', ossBucketName: 'b' }, { zipFile: null }],
    ['a mount without a path', 'huawei-functiongraph-v2', 'FuncMount', mount, { mount_share_path: '/' }],
    [
      'no file name',
      'huawei-functiongraph-v2',
      'UpdateFunctionCodeRequest',
      { code_type: 'zip', func_code: {} },
      { code_filename: 'a' },
    ],
  ])('%s is still invalid', (_, id, model, invalid, addition) => {
    const validate = toValidator(id, model)
    expect(validate(invalid)).toBe(false)
    const valid = Object.entries({ ...invalid, ...addition }).filter(([, value]) => value !== null)
    expect(validate(Object.fromEntries(valid)), JSON.stringify(validate.errors)).toBe(true)
  })
})

describe('B02: only create requests and parameters have defaults', () => {
  test.each(documents)('$id, OpenAPI $version: updates and responses have none', ({ document }) => {
    const bodies = toOperations(document).flatMap(({ method, operation }) =>
      method === 'post' ? [operation.responses ?? null] : [operation.responses ?? null, operation.requestBody ?? null],
    )
    expect(bodies.length).toBeGreaterThan(1)
    const found = bodies.flatMap((body) => [...walkReferences(document, body)]).filter((node) => 'default' in node)
    expect(found).toEqual([])
  })

  test.each(documents)('$id, OpenAPI $version: the description states a default that has no effect', ({ document }) => {
    const moved = [...walk(document)].filter(({ node }) => 'x-default' in node)
    for (const { node, pointer } of moved)
      expect(node.description, pointer).toContain(`Documented default: ${node['x-default']}.`)
  })

  test('a create request keeps its defaults', () => {
    const { components } = toDocument(apiOf('aliyun-fc-2021-04-06'), '3.1')
    expect(components).toMatchObject({
      schemas: {
        CreateFunctionInput: { properties: { timeout: { default: 3 } } },
        Function: { properties: { timeout: { 'x-default': 60 } } },
      },
    })
  })
})

describe('B03: a decimal step works with floating point', () => {
  test.each(documents)('$id, OpenAPI $version: no step is a fraction', ({ document }) => {
    const fractions = [...walk(document)].filter(
      ({ node }) => typeof node.multipleOf === 'number' && !Number.isInteger(node.multipleOf),
    )
    expect(fractions.map(({ pointer }) => pointer)).toEqual([])
  })

  test.each(['CreateFunctionInput', 'UpdateFunctionInput', 'Function'])(
    'every multiple of 0.05 is a valid cpu of %s',
    (model) => {
      const { models } = apiOf('aliyun-fc-2021-04-06')
      const validate = toValidator('aliyun-fc-2021-04-06', `${model}/properties/cpu`)
      const values = Array.from({ length: 320 }, (_, index) => Number(((index + 1) * 0.05).toFixed(2)))
      expect(values.filter((cpu) => !validate(cpu))).toEqual([])
      const isRejected = (cpu: number) =>
        models[model]?.safeParse({ cpu }).error?.issues.some(({ path }) => path[0] === 'cpu') ?? false
      expect(values.filter(isRejected)).toEqual([])
      expect(isRejected(0.07)).toBe(true)
    },
  )
})

describe('B04: names that differ only in case or underscores', () => {
  const isSame = (one: string, other: string) =>
    one.toLowerCase().replaceAll('_', '') === other.toLowerCase().replaceAll('_', '')

  test.each(documents)(
    '$id, OpenAPI $version: one of the two names the other, and has a name for Go',
    ({ document, id }) => {
      const pairs = [...walk(document)].flatMap(({ node }) => {
        const properties = Object.entries(isObject(node.properties) ? node.properties : {})
        return properties.flatMap(([name], index) =>
          properties
            .slice(index + 1)
            .flatMap(([other]) => (isSame(name, other) ? [{ node, names: [name, other] }] : [])),
        )
      })
      expect(pairs.length).toBe(
        { 'aliyun-fc-2016-08-15': 5, 'aliyun-fc-2021-04-06': 1, 'huawei-functiongraph-v2': 0 }[id],
      )
      for (const { node, names } of pairs) {
        const fields = names.map((name) => ({ name, field: Object(node.properties)[name] as JsonObject }))
        const [alias, ...others] = fields.filter(({ field }) => 'x-alias-of' in field)
        expect(others).toEqual([])
        expect(names.filter((name) => name !== alias?.name)).toEqual([alias?.field['x-alias-of']])
        expect(node['x-ogen-properties']).toMatchObject({ [alias?.name ?? '']: { name: alias?.field['x-go-name'] } })
      }
    },
  )
})

describe('B05: binary data has the keywords of its version of OpenAPI', () => {
  test.each(documents)('$id, OpenAPI $version', ({ document, version }) => {
    const texts = [...walk(document)].map(({ node }) => node).filter(({ type }) => type === 'string')
    const base64 = texts.filter((node) => node.format === 'byte' || node.contentEncoding === 'base64')
    expect(base64.length).toBeGreaterThan(0)
    expect(base64.filter((node) => (version === '3.1') !== (node.format === undefined))).toEqual([])
    const bytes = texts.filter(({ format }) => format === 'binary')
    for (const node of bytes)
      expect(node.contentMediaType).toBe(version === '3.1' ? 'application/octet-stream' : undefined)
  })
})

test.each(documents)(
  'B10: $id, OpenAPI $version: the server explains its variables, which have no description',
  ({ api, document }) => {
    const [vendor] = Array.isArray(document.servers) ? document.servers : []
    expect(vendor).toMatchObject({
      variables: Object.fromEntries(
        Object.entries(api.dialect.server.variables).map(([name, variable]) => [name, { default: variable.default }]),
      ),
    })
    expect(JSON.stringify(isObject(vendor) ? vendor.variables : '')).not.toContain('description')
    for (const { description } of Object.values(api.dialect.server.variables))
      expect(vendor).toHaveProperty('description', expect.stringContaining(description))
  },
)

/** Every object of a document that can be a schema. Examples and extensions are data. */
function* walk(node: Json, pointer = '#'): Generator<{ node: JsonObject; pointer: string }> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* walk(item, `${pointer}/${index}`)
  if (!isObject(node)) return
  // The condition of a rule is no part of a type.
  const keys = Object.keys(node).filter((key) => !key.startsWith('x-') && !['examples', 'then'].includes(key))
  yield { node, pointer }
  for (const key of keys) yield* walk(node[key] ?? null, `${pointer}/${key}`)
}

/** Every object below a node, and below everything that the node references. */
function* walkReferences(document: JsonObject, node: Json, seen = new Set<string>()): Generator<JsonObject> {
  for (const { node: found } of walk(node)) {
    yield found
    if (typeof found.$ref !== 'string' || seen.has(found.$ref)) continue
    seen.add(found.$ref)
    yield* walkReferences(document, atPointer(document, found.$ref) ?? null, seen)
  }
}

function toOperations(document: JsonObject): { method: string; operation: JsonObject }[] {
  return Object.values(isObject(document.paths) ? document.paths : {}).flatMap((item) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
      isObject(operation) ? [{ method, operation }] : [],
    ),
  )
}

function apiOf(id: string): Api {
  const api = apis.find((one) => one.id === id)
  if (!api) throw new Error(`there is no API ${id}`)
  return api
}

function toValidator(id: string, model: string) {
  const document = latest.find((one) => one.id === id)?.document
  if (!document || !followPointer(document, `#/components/schemas/${model}`)) throw new Error(`${id} has no ${model}`)
  // The default options, with which others validate.
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema({ ...document, $id: 'document' })
  return ajv.compile({ $ref: `document#/components/schemas/${model}` })
}
