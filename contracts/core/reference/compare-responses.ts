import type { Api } from '../../../schemas/core/api.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { findJsonFault, isObject, type JsonObject, readObject, toStatusText } from '../assertions/expect-response.ts'
import type { Tolerance } from '../assertions/tolerance.ts'
import { type Exchange, readHeader, readJson } from '../http/exchange.ts'
import { readError } from '../http/read-error.ts'
import { compareFields, type FieldDifference } from './compare-fields.ts'
import type { ReadDefaults } from './defaults.ts'
import { type Memory, type Sides, toKey } from './memory.ts'
import type { PathValues, Reference, ReferenceList } from './reference.ts'

/** The first thing in which two responses to one call differ. */
export interface Difference {
  readonly operation: string
  readonly clause: string
  readonly expected: string
  readonly actual: string
  /** The target contradicts its own response in what no list shows: either response may be the wrong one. */
  readonly isContradiction?: true
}

/** What comparing came to: a difference that a clause decides, or one that is open, after which states may differ. */
export interface Comparison {
  readonly difference?: Difference
  /** What is open and what the target chose. */
  readonly open?: { readonly about: string; readonly chose: string }
  /** The two sides took different ways that both pass: what they store is no longer the same. */
  readonly isParting?: true
}

export interface RecordWithMethod {
  readonly defaults: ReadDefaults
  readonly api: Api
  readonly reference: Reference
  readonly memory: Memory
  /** The responses; of a list, its last pages. */
  readonly responses: Sides<Exchange>
  /** The resource that is returned, or the parent of a list. */
  readonly path: PathValues
  /** Every code that may refuse this request, besides the model's own: the order of checks is open. */
  readonly reasons: readonly string[]
  readonly tolerance: Tolerance | undefined
  /** What states that the request is wrong, where it was made so. */
  readonly clause: string | undefined
  /** The entries of all pages, where a list was read. */
  readonly list: { readonly spec: ReferenceList; readonly entries: Sides<readonly JsonObject[]> } | undefined
  readonly isOpaque: boolean
}

export function compareResponses(responded: RecordWithMethod): Comparison {
  const { responses, tolerance } = responded
  const [target, reference] = [responses.target.response.status, responses.reference.response.status]
  if (target >= 400 || reference >= 400) return compareRefusals(responded)
  if (target !== reference) return { difference: toDifference(responded, String(reference), '', '') }
  if (tolerance?.succeeds)
    return { ...compareSuccesses(responded), open: { about: tolerance.about, chose: 'accepted' } }
  return compareSuccesses(responded)
}

function compareRefusals(responded: RecordWithMethod): Comparison {
  const { api, responses, tolerance, reasons } = responded
  const { operation } = responses.target
  const [target, reference] = [readCode(api, responses.target), readCode(api, responses.reference)]
  const status = responses.target.response.status
  const isSuccess = status < 300
  const isParting = isSuccess !== responses.reference.response.status < 300
  const isSound = target !== undefined && api.errors[target]?.status === status
  if (!isParting && isSound && target === reference) return {}
  const isAllowed = isSuccess
    ? tolerance?.succeeds === true
    : (isSound && tolerance?.codes.includes(target) === true) ||
      tolerance?.statuses?.includes(status) === true ||
      (tolerance?.undocumented?.includes(status) === true && target !== undefined && api.errors[target] === undefined)
  const chose = isSuccess ? 'accepted' : (target ?? `status ${status}`)
  if (tolerance && isAllowed) return { open: { about: tolerance.about, chose }, ...(isParting && { isParting: true }) }
  if (!isParting && isSound && reasons.includes(target)) {
    return { open: { about: `${operation.id}: which of several faults is returned`, chose } }
  }
  const wanted = reference === undefined ? '200' : String(responses.reference.response.status)
  const isListed =
    reference === undefined ||
    operation.errors.includes(reference) ||
    toClause(responded, reference) !== undefined ||
    tolerance
  if (isListed) return { difference: toDifference(responded, wanted, '', '') }
  // The model refuses with a code that the page does not list here: nothing to quote.
  return {
    open: { about: `${operation.id} where the model returns ${reference}`, chose },
    ...(isParting && { isParting: true }),
  }
}

function compareSuccesses(responded: RecordWithMethod): Comparison {
  if (responded.isOpaque) return {}
  const found = [
    ...compareHeaders(responded),
    ...(responded.list ? compareLists(responded, responded.list) : compareBodies(responded)),
  ]
  const decided = found.find(({ isOpen }) => !isOpen)
  if (decided) {
    const { place, expected, actual, isContradiction } = decided
    const difference = toDifference(
      responded,
      toStatuses(responded),
      `: ${place} ${expected}`,
      `: ${place} ${actual}`,
      place,
    )
    return { difference: { ...difference, ...(isContradiction && { isContradiction }) } }
  }
  const [open] = found
  return open
    ? {
        open: {
          about: `${responded.responses.target.operation.id}: ${open.place} where no request gives it`,
          chose: open.actual,
        },
      }
    : {}
}

function toStatuses({ responses }: RecordWithMethod): string {
  return String(responses.reference.response.status)
}

function compareBodies(responded: RecordWithMethod): FieldDifference[] {
  const { responses, memory, reference, path } = responded
  const schema = responses.reference.operation.success[responses.reference.response.status]?.schema
  if (!schema) return []
  const fault = findJsonFault(responses.target)
  if (fault) return [{ place: 'the body', ...fault }]
  const reading = readJson(responses.target.response.body)
  if (!reading.ok || !isObject(reading.value)) {
    return [{ place: 'the body', expected: 'a JSON object', actual: 'other JSON' }]
  }
  const bodies = { target: readObject(responses.target), reference: readObject(responses.reference) }
  const settings = {
    memory,
    chosen: reference.fields,
    path,
    defaults: responded.defaults(responses.reference.operation),
  }
  return compareFields(bodies, toJsonSchema(schema), settings)
}

function compareLists(
  responded: RecordWithMethod,
  { spec, entries }: NonNullable<RecordWithMethod['list']>,
): FieldDifference[] {
  const { responses, memory, reference, path } = responded
  const schema = responses.reference.operation.success[responses.reference.response.status]?.schema
  const node: SchemaNode = (schema && toJsonSchema(schema).properties?.[spec.entries]?.items) ?? {}
  const toName = (entry: JsonObject) => String(entry[spec.nameField])
  const names = {
    reference: entries.reference.map(toName),
    // A name that the server chose is known by what the model calls the same thing.
    target: entries.target.map((entry) => {
      const name = toName(entry)
      return spec.nameField in reference.fields.names
        ? (memory.toReferenceName(spec.nameField, name, path) ?? `another, ${name}`)
        : name
    }),
  }
  const sorted = spec.isOrdered ? names : { reference: names.reference.toSorted(), target: names.target.toSorted() }
  if (sorted.reference.join() !== sorted.target.join()) {
    const toList = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : 'none')
    return [{ place: spec.entries, expected: toList(sorted.reference), actual: toList(sorted.target) }]
  }
  return names.reference.flatMap((name, index) => {
    const entry = entries.target[names.target.indexOf(name)]
    const settings = {
      memory,
      chosen: reference.fields,
      path: { ...path, [spec.nameField]: name },
      defaults: responded.defaults(responses.reference.operation),
    }
    const pair = { target: entry ?? {}, reference: entries.reference[index] ?? {} }
    return compareFields(pair, node, settings).map((found) => ({
      ...found,
      place: `${spec.entries}[${name}].${found.place}`,
    }))
  })
}

/** A documented header is there, and an ETag stands for one state. */
function compareHeaders(responded: RecordWithMethod): FieldDifference[] {
  const { responses, memory, path } = responded
  const { operation, response } = responses.reference
  const documented = Object.entries(operation.success[response.status]?.headers ?? {}).filter(
    ([, schema]) => toJsonSchema(schema)['x-provenance'] === undefined,
  )
  return documented.flatMap(([name]): FieldDifference[] => {
    const tag = { target: readHeader(responses.target.response, name), reference: readHeader(response, name) }
    if (tag.reference === undefined) return []
    const place = `the header ${name}`
    if (!tag.target) return [{ place, expected: tag.reference, actual: 'absent' }]
    if (name.toLowerCase() !== 'etag') return []
    return compareTag({ target: tag.target, reference: tag.reference }, toState(responded), memory, path)
  })
}

/** One state has one tag while nothing is written, and a tag never stands for two states. */
function compareTag(tag: Sides<string>, state: string, memory: Memory, path: PathValues): FieldDifference[] {
  const place = 'the header ETag'
  const life = { ...path, ' lives': String(memory.lives(path)) }
  const seen = memory.tags(life)
  const now = seen.find(({ epoch }) => epoch === memory.epoch())
  if (now && now.tag.target !== tag.target && now.state === state) {
    const expected = `${now.tag.target}, as nothing was written since`
    return [{ place, expected, actual: tag.target, isContradiction: true }]
  }
  const other = seen.find((item) => item.tag.target === tag.target && item.state !== state)
  if (other) return [{ place, expected: 'another value than before the change', actual: `${tag.target} again` }]
  seen.push({ tag, state, epoch: memory.epoch() })
  return []
}

/** The documented fields that an ETag must follow. */
function toState(responded: RecordWithMethod): string {
  const { fields } = responded.reference
  const exchange = responded.responses.reference
  const schema = exchange.operation.success[exchange.response.status]?.schema
  const node = schema ? toJsonSchema(schema) : {}
  const told = Object.entries(readObject(exchange)).filter(
    ([field]) =>
      node.properties?.[field] !== undefined &&
      node.properties[field]['x-provenance'] === undefined &&
      ![...fields.created, ...fields.modified, ...fields.free].includes(field),
  )
  return toKey(Object.fromEntries(told))
}

function readCode(api: Api, { response }: Exchange): string | undefined {
  if (response.status < 400) return undefined
  const reading = readJson(response.body)
  return reading.ok ? readError(api.dialect, reading.value).code : undefined
}

/** What a refusal rests on besides the codes that the operation's page lists. */
function toClause({ clause, reference }: RecordWithMethod, code: string | undefined): string | undefined {
  return clause ?? (code === undefined ? undefined : reference.clauses?.[code])
}

function toDifference(
  responded: RecordWithMethod,
  status: string,
  expected: string,
  actual: string,
  place = '',
): Difference {
  const { api, responses } = responded
  const { operation } = responses.target
  const given = toClause(responded, readCode(api, responses.reference))
  const where = place.startsWith('the header ')
    ? `, Headers: ${place.slice('the header '.length)}`
    : place && `: ${place}`
  return {
    operation: operation.id,
    clause: given ?? `${toCitation(operation.source)} ${status}${where}`,
    expected: `${toStatusText(api, responses.reference)}${expected}`,
    actual: `${toStatusText(api, responses.target)}${actual}`,
  }
}
