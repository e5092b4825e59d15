import { toValueAssertions } from '../../core/assertions/value-assertions.ts'
import { isDeepStrictEqual } from 'node:util'
import { toRequestFields, toResponseFields } from '../../../schemas/core/fields.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { toSuccessCitation } from '../../../schemas/core/source.ts'
import { fail, toText } from '../../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import { toUnusualValues } from '../../core/generate/unusual-values.ts'
import type { Symptom } from '../../core/report/outcome.ts'
import { containsSent, isEmpty } from '../../core/judge/is-same-value.ts'
import { type Path, toResourcePath } from '../../core/resource-path.ts'
import type { Rules } from '../rules.ts'
import { findEntry, givenPath, givenUpdatable, newRequest, read, type Sample, toBody, toKey } from '../sample.ts'

/**
 * A value that a target accepts is returned unchanged: by the response, by a read and by a list. The values are those
 * that servers often change: text with special characters, false, zero, empty values, several keys and repeated items.
 * A target may reject them.
 */
export function toStoredValueChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, update } = sample.resource
  const toChecks = (operation: Operation, fields: readonly Field[], expectAll: typeof expectCreationsStored) =>
    fields.map((field) =>
      defineCheck(`${field.name}-is-stored-as-sent`, {
        operation,
        level: isObserved(sample, field) ? 'extended' : 'core',
        clause: isObserved(sample, field)
          ? `observed: clients send ${field.name} in ${operation.id} and read it`
          : rules.clauses.requestFields(operation, field.name),
        run: (context) => expectAll(context, sample, operation, field),
      }),
    )
  return [
    ...(create ? toChecks(create, toFields(sample, create).filter(hasUnusualValues), expectCreationsStored) : []),
    ...(update ? toChecks(update, toFields(sample, update), expectUpdatesStored) : []),
  ]
}

function isObserved({ resource }: Sample, { node }: Field): boolean {
  return node['x-provenance'] !== undefined || resource.readKey !== undefined
}

function hasUnusualValues({ node }: Field): boolean {
  return toUnusualValues(node).length > 0
}

interface Field {
  readonly name: string
  readonly node: SchemaNode
  /** The fields of a part of a resource depend on each other, so a response may omit the field. */
  readonly isOptional: boolean
}

async function expectCreationsStored(
  context: CoreContext,
  sample: Sample,
  operation: Operation,
  field: Field,
): Promise<void> {
  const { name, node } = field
  const parent = sample.parent && (await givenPath(context, sample.parent))
  const first = await newRequest(context, sample, {}, parent)
  const { key, keyIn } = sample.resource
  for (const [count, value] of toUnusualValues(node).entries()) {
    if (parent) await sample.beforeNext?.(context, parent, count)
    const own = keyIn === 'body' ? { [key]: toKey(sample, context.name()) } : {}
    const input = { ...first, body: { ...toBody(first), ...own, [name]: value } }
    const created = await context.target.send(operation, input)
    if (!isAccepted(context, created, name)) continue
    expectStored(context, created, readObject(created), field, value)
    const path = toResourcePath(sample.resource, input, readObject(created))
    if (path) await expectShown(context, sample, path, field, value)
  }
}

async function expectUpdatesStored(
  context: CoreContext,
  sample: Sample,
  operation: Operation,
  field: Field,
): Promise<void> {
  const { name, node } = field
  const { path, toBody: toUpdate } = await givenUpdatable(context, sample)
  // A value of its own comes first, so that an ignored change shows.
  for (const value of [toSample(node), ...toUnusualValues(node)]) {
    const updated = await context.target.send(operation, { path, body: toUpdate({ [name]: value }) })
    if (!isAccepted(context, updated, name)) continue
    expectStored(context, updated, readObject(updated), field, value)
    await expectShown(context, sample, path, field, value)
  }
  await expectKept(context, sample, operation, field, path, toUpdate)
}

/**
 * A read and a list show the value. The judge compares the entries of lists, except those of configurations. No source
 * states that a read of the parent as of a version shows the fields of the version.
 */
async function expectShown(context: CoreContext, sample: Sample, path: Path, field: Field, value: Json): Promise<void> {
  const { list, read: reading, readKey, key, keyIn } = sample.resource
  const isUnstated = readKey !== undefined && context.profile === 'documented'
  // A read with settings in its body overwrites them.
  if (reading && !sample.readBody && !isUnstated) {
    const after = await read(context, sample, path)
    expectStored(context, after, readObject(after), field, value)
  }
  const listed = list && (await findEntry(context, sample, { path }, String(path[key])))
  if (keyIn === 'query' && listed?.entry) expectStored(context, listed.page, listed.entry, field, value)
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
  const isRequired = operation.body && toJsonSchema(operation.body.schema).required?.includes(field.name)
  if ((!other && !updateBody) || isRequired) return
  const { [field.name]: _, ...rest } = toBody(other ? Object.fromEntries([other]) : {})
  const value = [toSample(field.node), ...toUnusualValues(field.node)].find((one) => isKeepable(one, field.node))
  if (value === undefined) return
  const updated = await context.target.send(operation, { path, body: toBody({ [field.name]: value }) })
  if (!isAccepted(context, updated, field.name)) return
  const changed = await context.target.send(operation, { path, body: rest })
  // The rules of the resource may require a field that every minimal update contains.
  if (field.name in toBody({}) && !isAccepted(context, changed, 'other fields')) return
  context.expectResponse(changed)
  expectStored(context, changed, readObject(changed), field, value)
}

/** Whether a lost value would show: it is neither empty nor the default. */
function isKeepable(value: Json, { default: usual = false }: SchemaNode): boolean {
  return !isEmpty(value) && !isDeepStrictEqual(value, usual)
}

function isAccepted({ note }: CoreContext, { response }: Exchange, name: string): boolean {
  if (response.status < 300) return true
  note(`unusual values of ${name}`, 'some are rejected')
  return false
}

/** `shown`: the object in the response that must contain the field. */
function expectStored(
  context: CoreContext,
  exchange: Exchange,
  shown: JsonObject,
  { name, node, isOptional }: Field,
  value: Json,
): void {
  // Where a quirk states two readings, the profile `documented` does not choose one.
  const isDocumented = node['x-provenance'] === undefined && node['x-quirk'] === undefined
  if (exchange.response.status >= 300 || (context.profile === 'documented' && !isDocumented)) return
  const stored = shown[name]
  if (isOptional && stored === undefined) return
  if (containsSent(stored, value, node)) return
  // The response to the write was right, so a read that differs is wrong.
  const { operation } = exchange
  const problem = stored === undefined ? 'absent' : 'another value'
  const symptom: Symptom = { part: 'field', names: [name], problem }
  const assertions = toValueAssertions([name], value, node)
  const finding = { expected: `${name} ${toText(value)}`, actual: `${name} ${toText(stored)}`, symptom }
  const clause = isDocumented ? toSuccessCitation(operation) : `observed: clients read ${name} in ${operation.id}`
  fail({ operation: operation.id, clause }, { ...finding, ...(assertions && { assertions }) }, exchange)
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
