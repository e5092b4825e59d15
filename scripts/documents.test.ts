import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { apis } from '../schemas/apis.ts'
import type { ApiWithQuirks } from '../schemas/core/api.ts'
import type { Json, JsonObject } from '../schemas/core/json-value.ts'
import { toDocument } from '../schemas/core/openapi.ts'
import { isObject } from '../schemas/core/openapi-versions.ts'
import { atPointer, followPointer } from '../schemas/core/pointer.ts'
import { inlineComponents, shareComponents } from '../schemas/core/shared-components.ts'

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

test.each(apis)('$id: OpenAPI 3.0 has the same examples of bodies as OpenAPI 3.1', (api) => {
  const toExamples = (version: '3.0' | '3.1') =>
    [...walk(toDocument(api, version))].flatMap(({ node, pointer }) =>
      isObject(node.examples) ? [`${pointer}: ${Object.keys(node.examples).join()}`] : [],
    )
  const expected = toExamples('3.1')
  expect(expected.length).toBeGreaterThan(5)
  expect(toExamples('3.0')).toEqual(expected)
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

describe('B06: each enumeration is a component', () => {
  test.each(documents)('$id, OpenAPI $version: no enumeration is inline, and none occurs twice', ({ document }) => {
    const found = [...walk(document)].filter(({ node }) => Array.isArray(node.enum))
    const isComponent = (pointer: string) => /^#\/components\/schemas\/\w+$/.test(pointer)
    // An exception to a range, such as "not 0", is no enumeration.
    const inline = found.filter(({ pointer }) => !isComponent(pointer) && !pointer.endsWith('/not'))
    expect(inline.map(({ pointer }) => pointer)).toEqual([])
    const lists = found.filter(({ pointer }) => isComponent(pointer)).map(({ node }) => JSON.stringify(node.enum))
    expect(lists.length).toBeGreaterThan(2)
    expect([...new Set(lists)]).toEqual(lists)
  })

  test('a reference can mark other values than the component', () => {
    const api = apiOf('aliyun-fc-2021-04-06')
    for (const version of ['3.1', '3.0'] as const) {
      const pointer = '#/components/schemas/UpdateFunctionInput/properties/runtime'
      expect(atPointer(toDocument(api, version), pointer), version).toMatchObject({
        'x-enum-provenance': { nodejs20: 'inferred' },
        ...(version === '3.1'
          ? { $ref: '#/components/schemas/Runtime' }
          : { allOf: [{ $ref: '#/components/schemas/Runtime' }] }),
      })
    }
  })
})

describe('B07: a document states each part once', () => {
  test.each(documents)('$id, OpenAPI $version: parameters, headers and error responses', ({ document }) => {
    const operations = toOperations(document)
    const responses = operations.flatMap(({ operation }) => toEntries(operation.responses))
    const parts = [
      ...operations.flatMap(({ operation }) => (Array.isArray(operation.parameters) ? operation.parameters : [])),
      ...responses.flatMap(([, response]) => toEntries(response.headers).map(([, header]) => header)),
      ...responses.filter(([status]) => status >= '400').map(([, response]) => response),
    ]
    const inline = parts.filter((part) => isObject(part) && !('$ref' in part)).map((part) => JSON.stringify(part))
    expect([...new Set(inline)]).toEqual(inline)
    expect(inline.length).toBeLessThan(parts.length / 2)
  })

  test.each(documents)('$id, OpenAPI $version: no list of components is empty', ({ document }) => {
    expect(document).not.toHaveProperty('webhooks')
    expect(toEntries(document.components).filter(([, section]) => Object.keys(section).length === 0)).toEqual([])
  })

  test.each(documents)('$id, OpenAPI $version: sharing changes nothing else', ({ document }) => {
    const whole = inlineComponents(document)
    expect(JSON.stringify(whole.paths)).not.toMatch(/#\/components\/(parameters|headers|responses)\//)
    const { headers: _, parameters: __, responses: ___, ...components } = Object(whole.components) as JsonObject
    expect(shareComponents({ ...whole, components })).toEqual(document)
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

test.each(documents)('B08: $id, OpenAPI $version: no two operations have the same summary', ({ document }) => {
  const summaries = toOperations(document).map(({ operation }) => operation.summary)
  expect([...new Set(summaries)]).toEqual(summaries)
  const qualified = toOperations(document).filter(({ operation }) => /ByQualifier$/.test(String(operation.operationId)))
  for (const { operation } of qualified) expect(operation.summary).toMatch(/ of a version or alias$/)
})

describe('B09: a document needs no other page', () => {
  test.each(documents)('$id, OpenAPI $version: info.description explains each extension', ({ document }) => {
    const extensions = new Set(JSON.stringify(document).match(/(?<=")x-[a-z-]+(?=":)/g))
    const listed = ['x-sources', 'x-quirks']
    expect(extensions.size).toBeGreaterThan(8)
    for (const name of extensions) {
      expect(document.info).toHaveProperty(
        'description',
        expect.stringContaining(listed.includes(name) ? `\`info.${name}\`` : `\`${name}\``),
      )
    }
    for (const mark of ['defined', 'observed', 'inferred'])
      expect(document.info).toHaveProperty('description', expect.stringContaining(`\`${mark}\`:`))
  })

  test.each(documents)(
    '$id, OpenAPI $version: contact, source and a server entry for the mock',
    ({ document, api }) => {
      expect(document).toMatchObject({
        info: { contact: { name: expect.any(String) } },
        externalDocs: { url: api.sources[0]?.url },
        servers: [expect.anything(), { url: `http://127.0.0.1:4010${api.dialect.basePath}` }],
      })
    },
  )

  test.each(documents)('$id, OpenAPI $version: each parameter has an example', ({ document }) => {
    const parameters = [...walk(document)].filter(({ node }) => typeof node.in === 'string' && 'schema' in node)
    expect(parameters.length).toBeGreaterThan(1)
    expect(parameters.filter(({ node }) => node.example === undefined).map(({ pointer }) => pointer)).toEqual([])
  })

  const deprecatedParts: Readonly<Record<string, readonly string[]>> = {
    'aliyun-fc-2016-08-15': [],
    'aliyun-fc-2021-04-06': [
      ...['ClaimGPUInstance', 'DeregisterEventSource', 'ListReservedCapacities', 'ReleaseGPUInstance'],
      ...['arn', 'layers', 'mode'],
    ],
    'huawei-functiongraph-v2': ['enable_cloud_debug', 'is_return_stream'],
  }

  test.each(documents)('$id, OpenAPI $version: deprecated operations and fields are marked', ({ id, document }) => {
    const nodes = [...walk(document)]
    const fields = nodes.filter(({ pointer }) => /\/properties\/\w+$/.test(pointer))
    const deprecated = nodes
      .filter(({ node }) => node.deprecated === true)
      .map(({ node, pointer }) => String(node.operationId ?? pointer.split('/').at(-1)))
    expect([...new Set(deprecated)].sort()).toEqual(deprecatedParts[id])
    expect(
      fields.filter(
        ({ node }) => /deprecated\.$/i.test(String(node.description)) && !node.deprecated && !node.$ref && !node.allOf,
      ),
    ).toEqual([])
  })

  test.each(documents)('$id, OpenAPI $version: the description of an error lists each code', ({ document, api }) => {
    const errors = [...walk(inlineComponents(document))].filter(({ node }) => Array.isArray(node['x-error-codes']))
    expect(errors.length).toBeGreaterThan(5)
    for (const { node, pointer } of errors) {
      const codes = (node['x-error-codes'] as { code: string }[]).map(({ code }) => code)
      expect(String(node.description).split('\n'), pointer).toEqual(
        codes.map((code) => `- \`${code}\`: ${api.errors[code]?.meaning}`),
      )
    }
  })
})

describe('B12: the texts are plain', () => {
  test('summaries and descriptions of the listed places', () => {
    const fc2016 = apiOf('aliyun-fc-2016-08-15')
    const { getFunctionCode, invokeFunction } = fc2016.operations
    expect(getFunctionCode?.summary).toBe("Get the code's download URL")
    expect(invokeFunction?.description).toMatch(/^Invokes a function and returns its output\./)
    expect(toDocument(fc2016, '3.1')).toHaveProperty(
      'components.parameters.limit.description',
      'Maximum entries per page.',
    )
    expect(fc2016.errors.InvalidArgument?.meaning).toBe('A parameter or body field is invalid.')
  })

  test.each(documents)('$id, OpenAPI $version: short sentences', ({ document }) => {
    const texts = [...walk(document)].flatMap(({ node }) =>
      [node.summary, node.description].filter((text) => typeof text === 'string'),
    )
    expect(texts.length).toBeGreaterThan(50)
    const sentences = texts.flatMap((text) => text.split(/(?<=[.:|])\s+|\n/)).filter((text) => !text.includes('://'))
    expect(sentences.filter((sentence) => sentence.split(' ').length > 30)).toEqual([])
    expect(texts.filter((text) => /\b(whose|thereof|wherein|what it|the same of|exists already)\b/.test(text))).toEqual(
      [],
    )
  })
})

describe('B11: what only the newer definition of FunctionGraph states is valid and has the mark defined', () => {
  const id = 'huawei-functiongraph-v2'
  const least = { handler: 'index.handler', memory_size: 128, timeout: 3, runtime: 'Python3.9' }
  const marked = ['Java17', 'Go1.8', 'PHP8.3', 'C#(.NET Core 2.0)', 'C#(.NET Core 6.0)']

  test.each(marked)('the runtime %s', (runtime) => {
    expect(toValidator(id, 'UpdateFunctionConfigRequest')({ ...least, runtime })).toBe(true)
    expect(toValidator(id, 'Dependency')({ runtime })).toBe(true)
    expect(apiOf(id).models.UpdateFunctionConfigRequest?.safeParse({ ...least, runtime }).success).toBe(true)
    expect(atPointer(toDocument(apiOf(id), '3.1'), '#/components/schemas/Runtime/x-enum-provenance')).toHaveProperty(
      [runtime],
      'defined',
    )
  })

  test('the code type Custom-Image-Swr, which the response with the settings documents', () => {
    expect(toValidator(id, 'UpdateFunctionCodeRequest')({ code_type: 'Custom-Image-Swr' })).toBe(true)
    const document = toDocument(apiOf(id), '3.1')
    const marks = (model: string) =>
      followPointer(document, `#/components/schemas/${model}/properties/code_type`)?.['x-enum-provenance']
    expect(marks('UpdateFunctionCodeRequest')).toEqual({ 'Custom-Image-Swr': 'defined' })
    expect(marks('FunctionCode')).toEqual({ 'Custom-Image-Swr': 'defined' })
    expect(marks('FunctionConfig')).toEqual({})
  })

  const settings = ['enable_lts_log', 'lts_custom_tag', 'peering_cidr', 'user_data_encrypt_kms_key_id']
  test.each([
    ...settings.flatMap((field) => [
      ['UpdateFunctionConfigRequest', field] as const,
      ['FunctionConfig', field] as const,
    ]),
    ['UpdateFunctionCodeRequest', 'code_encrypt_kms_key_id'] as const,
    ['FunctionCode', 'code_encrypt_kms_key_id'] as const,
    ['CustomImage', 'is_public'] as const,
    ['FuncVpc', 'is_safety'] as const,
    ['FuncVpcResponse', 'is_safety'] as const,
  ])('%s has the field %s', (model, field) => {
    const pointer = `#/components/schemas/${model}/properties/${field}`
    expect(followPointer(toDocument(apiOf(id), '3.1'), pointer)).toHaveProperty('x-provenance', 'defined')
  })
})

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

function toEntries(node: Json | undefined): [string, JsonObject][] {
  return Object.entries(isObject(node) ? node : {}).flatMap(([key, value]) => (isObject(value) ? [[key, value]] : []))
}

function apiOf(id: string): ApiWithQuirks {
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
