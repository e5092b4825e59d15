import { toRequestFields, toResponseFields } from '../../../schemas/core/fields.ts'
import { isMap, type SchemaNode, toJsonSchema, toTypes } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { toSuccessCitation } from '../../../schemas/core/source.ts'
import { fail, toText } from '../../core/assertions/expect.ts'
import { isObject, type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import { containsSent } from '../../core/judge/is-same-value.ts'
import { type Path, toResourcePath } from '../../core/resource-path.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'
import { findEntry, givenPath, givenUpdatable, newRequest, read, type Sample, toBody } from '../sample.ts'

/**
 * A value that a target accepts is returned unchanged: by the response, by a read and by a list. The values are those
 * that servers often change: text with special characters, false, zero, empty values, several keys and repeated items.
 * A target may reject them.
 */
export function toStoredValueChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, update } = sample.resource
  return [
    ...(create ? toFields(sample, create).map((field) => toCreateCheck(sample, create, field, rules)) : []),
    ...(update ? toFields(sample, update).map((field) => toUpdateCheck(sample, update, field, rules)) : []),
  ]
}

/** A field that is null is absent: the request succeeds. Only the profile `observed` requires this. */
export function toNullChecks({ operation, arrange, sample }: Call, { api, clauses }: Rules): readonly Check[] {
  const { body, id } = operation
  if (!api.dialect.isNullAbsent || body?.mediaType !== 'application/json') return []
  const { properties = {}, required = [] } = toJsonSchema(body.schema)
  const optional = Object.keys(properties).filter((name) => !required.includes(name))
  if (optional.length === 0) return []
  return [
    defineCheck('null-fields-are-absent', {
      operation,
      level: 'extended',
      clause: `observed: clients send null for each absent field of ${id}; ${clauses.success(operation)}`,
      async run(context) {
        if (context.profile === 'documented') context.skip('no source requires that null means absent')
        const input = await arrange(context)
        const needed = Object.keys(toBody(input)).filter(
          (name) => !(sample && name in { ...sample.options, ...sample.changes }),
        )
        const nulls = optional.filter((name) => !needed.includes(name)).map((name) => [name, null] as const)
        const body = { ...toBody(input), ...Object.fromEntries(nulls) }
        const sent = await context.target.send(operation, { ...input, body })
        context.expectResponse(sent)
      },
    }),
  ]
}

interface Field {
  readonly name: string
  readonly node: SchemaNode
  /** The fields of a part of a resource depend on each other, so a response may omit the field. */
  readonly isOptional: boolean
}

function toCreateCheck(sample: Sample, operation: Operation, field: Field, { clauses }: Rules): Check {
  const { name } = field
  return defineCheck(`${name}-is-stored-as-sent`, {
    operation,
    level: 'core',
    clause: clauses.requestFields(operation, name),
    async run(context) {
      const parent = sample.parent && (await givenPath(context, sample.parent))
      const first = await newRequest(context, sample, {}, parent)
      const { key, keyIn } = sample.resource
      for (const [count, value] of toValues(field.node).entries()) {
        if (parent) await sample.beforeNext?.(context, parent, count)
        const own = keyIn === 'body' ? { [key]: context.name() } : {}
        const input = { ...first, body: { ...toBody(first), ...own, [name]: value } }
        const created = await context.target.send(operation, input)
        if (!isAccepted(context, created, name)) continue
        expectStored(context, created, field, value)
        const path = toResourcePath(sample.resource, input, readObject(created))
        if (path) await expectShown(context, sample, path, field, value)
      }
    },
  })
}

function toUpdateCheck(sample: Sample, operation: Operation, field: Field, { clauses }: Rules): Check {
  const { name } = field
  return defineCheck(`${name}-is-stored-as-sent`, {
    operation,
    level: 'core',
    clause: clauses.requestFields(operation, name),
    async run(context) {
      const { path, toBody: toUpdate } = await givenUpdatable(context, sample)
      // A value of its own comes first, so that an ignored change shows.
      for (const value of [toSample(field.node), ...toValues(field.node)]) {
        const updated = await context.target.send(operation, { path, body: toUpdate({ [name]: value }) })
        if (!isAccepted(context, updated, name)) continue
        expectStored(context, updated, field, value)
        await expectShown(context, sample, path, field, value)
      }
      await expectKept(context, sample, operation, field, path, toUpdate)
    },
  })
}

/** A read and a list show the value. The judge compares the entries of lists. */
async function expectShown(context: CoreContext, sample: Sample, path: Path, field: Field, value: Json): Promise<void> {
  const { list, read: reading, key } = sample.resource
  // A read with settings in its body overwrites them.
  if (reading && !sample.readBody) expectStored(context, await read(context, sample, path), field, value)
  if (list) await findEntry(context, sample, { path }, String(path[key]))
}

/** An update that omits a field keeps its value. */
async function expectKept(
  context: CoreContext,
  { changes, updateBody }: Sample,
  operation: Operation,
  field: Field,
  path: Path,
  toBody: (changed: JsonObject) => JsonObject,
): Promise<void> {
  const [other] = Object.entries(changes).filter(([name]) => name !== field.name)
  if ((!other && !updateBody) || field.name in toBody({})) return
  const value = toSample(field.node)
  const updated = await context.target.send(operation, { path, body: toBody({ [field.name]: value }) })
  if (!isAccepted(context, updated, field.name)) return
  const changed = await context.target.send(operation, { path, body: toBody(other ? Object.fromEntries([other]) : {}) })
  if (isAccepted(context, changed, 'other fields')) expectStored(context, changed, field, value)
}

function isAccepted({ note }: CoreContext, { response }: Exchange, name: string): boolean {
  if (response.status < 300) return true
  note(`unusual values of ${name}`, 'some are rejected')
  return false
}

function expectStored(context: CoreContext, exchange: Exchange, { name, node, isOptional }: Field, value: Json): void {
  // Where a quirk states two readings, the profile `documented` does not choose one.
  const isDocumented = node['x-provenance'] === undefined && node['x-quirk'] === undefined
  if (exchange.response.status >= 300 || (context.profile === 'documented' && !isDocumented)) return
  const stored = readObject(exchange)[name]
  if (isOptional && stored === undefined) return
  if (containsSent(stored, value, node)) return
  // The response to the write was right, so a read that differs is wrong.
  const { operation } = exchange
  const finding = { expected: `${name} ${toText(value)}`, actual: `${name} ${toText(stored)}` }
  fail({ operation: operation.id, clause: toSuccessCitation(operation) }, finding, exchange)
}

/** The fields of a request that responses show, except the key. */
function toFields({ resource }: Sample, operation: Operation): readonly Field[] {
  const { key, keyIn, writeOnly, volatile = [], ignored = [] } = resource
  const shown = toResponseFields(operation)
  const unstored = [key, ...writeOnly, ...volatile, ...ignored]
  return Object.entries(toRequestFields(operation))
    .filter(([name, node]) => name in shown && !unstored.includes(name) && node['x-provenance'] !== 'inferred')
    .map(([name, node]) => ({ name, node, isOptional: keyIn === 'none' }))
}

/** Printable characters that servers escape, decode, expand or lose, and white space at both ends. */
const printable = `  a  b "c" 'd' %41%20 e+f /g \\\\h \\n .i &amp; <j> $k \${l} {{m}} É é e\u0301 ü 😀 – ${'x'.repeat(60)} Z  `
const unprintable = 'one\ntwo\r\nthree\tfour\u0001five'

/** Values of a field of which each has one unusual part. */
function toValues(node: SchemaNode): readonly Json[] {
  if (node.enum) return []
  const [type] = toTypes(node)
  if (type === 'string') return toTextValues(node)
  if (type === 'boolean') return [false, true]
  if (type === 'integer' || type === 'number') return (node.minimum ?? 0) <= 0 ? [0] : []
  if (type === 'array') return toLists(node)
  if (type !== 'object') return []
  if (isMap(node)) return toMaps(node)
  return toObjects(node)
}

/** Unusual texts. Where the text is a JSON object, its values are unusual. */
function toTextValues(node: SchemaNode): readonly string[] {
  if (!isFreeText(node)) return []
  if (!/^\{".*\}$/.test(String(toSample(node)))) return [...toTexts(node), '']
  return toTexts({}).map((text) => JSON.stringify({ key: text }))
}

function toTexts({ maxLength = Number.POSITIVE_INFINITY }: SchemaNode): readonly string[] {
  return [printable, unprintable, '007'].map((text) => [...text].slice(0, maxLength).join(''))
}

/** Text of which no source restricts the characters. */
function isFreeText(node: SchemaNode): boolean {
  const { pattern, format, minLength = 0 } = node
  return pattern === undefined && format === undefined && minLength <= 1 && !/^\d+$/.test(String(toSample(node)))
}

function toLists({ items = {}, maxItems = 4 }: SchemaNode): readonly Json[] {
  const [type] = toTypes(items)
  const several: Json[] =
    type === 'string' && isFreeText(items) ? ['b', 'a', 'b', 'c'] : [toVariant(items, 'b'), toVariant(items, 'a')]
  return [several.slice(0, maxItems), ...toValues(items).map((item) => [item]), []]
}

/** An example with a suffix at every free text, so that two variants differ. */
function toVariant(node: SchemaNode, suffix: string): Json {
  const plain = toSample(node)
  if (typeof plain === 'string') return isFreeText(node) && !node.enum ? `${plain}${suffix}` : plain
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return plain
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => {
      const child = node.properties?.[name]
      return [name, child ? toVariant(child, suffix) : value]
    }),
  )
}

function toMaps({ additionalProperties = {} }: SchemaNode): readonly Json[] {
  const plain = toSample(additionalProperties)
  return [
    { Zeta: plain, alpha_1: plain, BETA: plain },
    {},
    ...toValues(additionalProperties).map((value) => ({ key: value })),
  ]
}

/** An object with all fields, and objects in which one field is unusual. */
function toObjects(node: SchemaNode): readonly Json[] {
  const fields = Object.entries(node.properties ?? {}).filter(([, child]) => child['x-provenance'] !== 'inferred')
  const plain = toSample(node)
  const whole: JsonObject = {
    ...Object.fromEntries(fields.map(([name, child]) => [name, toSample(child)])),
    ...(isObject(plain) ? plain : {}),
  }
  return [
    whole as Json,
    ...fields.flatMap(([name, child]) => toValues(child).map((value) => ({ ...whole, [name]: value }) as Json)),
  ]
}
