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
  /** The target contradicts its own earlier response. Either response may be wrong. */
  readonly isContradiction?: true
}

/** The result of a comparison: a violation of a clause, or an implementation-defined difference. */
export interface Comparison {
  readonly difference?: Difference
  /** The implementation-defined behaviour, and what the target did. */
  readonly open?: { readonly about: string; readonly chose: string }
  /** Both sides behave correctly, but their states now differ. */
  readonly isParting?: true
}

export interface ComparedResponses {
  readonly defaults: ReadDefaults
  readonly api: Api
  readonly reference: Reference
  readonly memory: Memory
  /** The responses. For a list: its last pages. */
  readonly responses: Sides<Exchange>
  /** The resource that is returned, or the parent of a list. */
  readonly path: PathValues
  /** Error codes that pass besides that of the reference implementation: the order of validation is implementation-defined. */
  readonly reasons: readonly string[]
  readonly tolerance: Tolerance | undefined
  /** The clause that the request violates on purpose. */
  readonly clause: string | undefined
  /** The entries of all pages, where a list was read. */
  readonly list: { readonly spec: ReferenceList; readonly entries: Sides<readonly JsonObject[]> } | undefined
  readonly isOpaque: boolean
}

export function compareResponses(responded: ComparedResponses): Comparison {
  const { responses, tolerance } = responded
  const [target, reference] = [responses.target.response.status, responses.reference.response.status]
  if (target >= 400 || reference >= 400) return compareRefusals(responded)
  if (target !== reference) return { difference: toDifference(responded, String(reference), '', '') }
  if (tolerance?.succeeds)
    return { ...compareSuccesses(responded), open: { about: tolerance.about, chose: 'accepted' } }
  return compareSuccesses(responded)
}

function compareRefusals(responded: ComparedResponses): Comparison {
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
  // The source does not list the error code of the reference implementation, so there is no clause.
  return {
    open: { about: `${operation.id} where the reference implementation returns ${reference}`, chose },
    ...(isParting && { isParting: true }),
  }
}

function compareSuccesses(responded: ComparedResponses): Comparison {
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

function toStatuses({ responses }: ComparedResponses): string {
  return String(responses.reference.response.status)
}

function compareBodies(responded: ComparedResponses): FieldDifference[] {
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
  responded: ComparedResponses,
  { spec, entries }: NonNullable<ComparedResponses['list']>,
): FieldDifference[] {
  const { responses, memory, reference, path } = responded
  const schema = responses.reference.operation.success[responses.reference.response.status]?.schema
  const node: SchemaNode = (schema && toJsonSchema(schema).properties?.[spec.entries]?.items) ?? {}
  const toName = (entry: JsonObject) => String(entry[spec.nameField])
  const names = {
    reference: entries.reference.map(toName),
    // A generated key is compared by the corresponding key of the reference implementation.
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

/** Documented headers are present, and each ETag belongs to one state. */
function compareHeaders(responded: ComparedResponses): FieldDifference[] {
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

/** A state keeps its ETag while nothing is written, and two states never have the same ETag. */
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

/** The documented fields on which the ETag depends. */
function toState(responded: ComparedResponses): string {
  const { fields } = responded.reference
  const exchange = responded.responses.reference
  const schema = exchange.operation.success[exchange.response.status]?.schema
  const node = schema ? toJsonSchema(schema) : {}
  const returned = Object.entries(readObject(exchange)).filter(
    ([field]) =>
      node.properties?.[field] !== undefined &&
      node.properties[field]['x-provenance'] === undefined &&
      ![...fields.created, ...fields.modified, ...fields.free].includes(field),
  )
  return toKey(Object.fromEntries(returned))
}

function readCode(api: Api, { response }: Exchange): string | undefined {
  if (response.status < 400) return undefined
  const reading = readJson(response.body)
  return reading.ok ? readError(api.dialect, reading.value).code : undefined
}

/** The clause of an error whose code the source of the operation does not list. */
function toClause({ clause, reference }: ComparedResponses, code: string | undefined): string | undefined {
  return clause ?? (code === undefined ? undefined : reference.clauses?.[code])
}

function toDifference(
  responded: ComparedResponses,
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
