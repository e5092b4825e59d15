import type { Api } from '../../../schemas/core/api.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { type Exchange, readHeader, readJson } from '../http/exchange.ts'
import { findJsonFault, isObject, type JsonObject, readObject, toStatusText } from '../assertions/expect-response.ts'
import type { Freedom } from '../assertions/tolerance.ts'
import { readError } from '../http/read-error.ts'
import { compareFields, type FieldDifference } from './compare-fields.ts'
import type { ReadDefaults } from './defaults.ts'
import { type Memory, type Sides, toKey } from './memory.ts'
import type { Model, ModelList, PathValues } from './reference.ts'

/** The first thing in which two answers to one call differ. */
export interface Difference {
  readonly operation: string
  readonly clause: string
  readonly expected: string
  readonly actual: string
  /** The target contradicts its own answer in what no list shows: either answer may be the wrong one. */
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

export interface Answered {
  readonly defaults: ReadDefaults
  readonly api: Api
  readonly model: Model
  readonly memory: Memory
  /** The answers; of a list, its last pages. */
  readonly answers: Sides<Exchange>
  /** The resource that is answered, or the parent of a list. */
  readonly path: PathValues
  /** Every code that may refuse this request, besides the model's own: the order of checks is open. */
  readonly reasons: readonly string[]
  readonly freedom: Freedom | undefined
  /** What states that the request is wrong, where it was made so. */
  readonly clause: string | undefined
  /** The entries of all pages, where a list was read. */
  readonly list: { readonly spec: ModelList; readonly entries: Sides<readonly JsonObject[]> } | undefined
  readonly isOpaque: boolean
}

export function compareAnswers(answered: Answered): Comparison {
  const { answers, freedom } = answered
  const [target, model] = [answers.target.response.status, answers.model.response.status]
  if (target >= 400 || model >= 400) return compareRefusals(answered)
  if (target !== model) return { difference: toDifference(answered, String(model), '', '') }
  if (freedom?.succeeds) return { ...compareSuccesses(answered), open: { about: freedom.about, chose: 'accepted' } }
  return compareSuccesses(answered)
}

function compareRefusals(answered: Answered): Comparison {
  const { api, answers, freedom, reasons } = answered
  const { operation } = answers.target
  const [target, model] = [readCode(api, answers.target), readCode(api, answers.model)]
  const status = answers.target.response.status
  const isSuccess = status < 300
  const isParting = isSuccess !== answers.model.response.status < 300
  const isSound = target !== undefined && api.errors[target]?.status === status
  if (!isParting && isSound && target === model) return {}
  const isAllowed = isSuccess
    ? freedom?.succeeds === true
    : (isSound && freedom?.codes.includes(target) === true) ||
      freedom?.statuses?.includes(status) === true ||
      (freedom?.unlisted?.includes(status) === true && target !== undefined && api.errors[target] === undefined)
  const chose = isSuccess ? 'accepted' : (target ?? `status ${status}`)
  if (freedom && isAllowed) return { open: { about: freedom.about, chose }, ...(isParting && { isParting: true }) }
  if (!isParting && isSound && reasons.includes(target)) {
    return { open: { about: `${operation.id}: which of several faults is answered`, chose } }
  }
  const wanted = model === undefined ? '200' : String(answers.model.response.status)
  const isListed =
    model === undefined || operation.errors.includes(model) || toClause(answered, model) !== undefined || freedom
  if (isListed) return { difference: toDifference(answered, wanted, '', '') }
  // The model refuses with a code that the page does not list here: nothing to quote.
  return {
    open: { about: `${operation.id} where the model answers ${model}`, chose },
    ...(isParting && { isParting: true }),
  }
}

function compareSuccesses(answered: Answered): Comparison {
  if (answered.isOpaque) return {}
  const found = [
    ...compareHeaders(answered),
    ...(answered.list ? compareLists(answered, answered.list) : compareBodies(answered)),
  ]
  const decided = found.find(({ isOpen }) => !isOpen)
  if (decided) {
    const { place, expected, actual, isContradiction } = decided
    const difference = toDifference(
      answered,
      toStatuses(answered),
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
          about: `${answered.answers.target.operation.id}: ${open.place} where no request gives it`,
          chose: open.actual,
        },
      }
    : {}
}

function toStatuses({ answers }: Answered): string {
  return String(answers.model.response.status)
}

function compareBodies(answered: Answered): FieldDifference[] {
  const { answers, memory, model, path } = answered
  const schema = answers.model.operation.success[answers.model.response.status]?.schema
  if (!schema) return []
  const fault = findJsonFault(answers.target)
  if (fault) return [{ place: 'the body', ...fault }]
  const reading = readJson(answers.target.response.body)
  if (!reading.ok || !isObject(reading.value)) {
    return [{ place: 'the body', expected: 'a JSON object', actual: 'other JSON' }]
  }
  const bodies = { target: readObject(answers.target), model: readObject(answers.model) }
  const settings = { memory, chosen: model.fields, path, defaults: answered.defaults(answers.model.operation) }
  return compareFields(bodies, toJsonSchema(schema), settings)
}

function compareLists(answered: Answered, { spec, entries }: NonNullable<Answered['list']>): FieldDifference[] {
  const { answers, memory, model, path } = answered
  const schema = answers.model.operation.success[answers.model.response.status]?.schema
  const node: SchemaNode = (schema && toJsonSchema(schema).properties?.[spec.entries]?.items) ?? {}
  const toName = (entry: JsonObject) => String(entry[spec.nameField])
  const names = {
    model: entries.model.map(toName),
    // A name that the server chose is known by what the model calls the same thing.
    target: entries.target.map((entry) => {
      const name = toName(entry)
      return spec.nameField in model.fields.names
        ? (memory.toModelName(spec.nameField, name, path) ?? `another, ${name}`)
        : name
    }),
  }
  const sorted = spec.isOrdered ? names : { model: names.model.toSorted(), target: names.target.toSorted() }
  if (sorted.model.join() !== sorted.target.join()) {
    const toList = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : 'none')
    return [{ place: spec.entries, expected: toList(sorted.model), actual: toList(sorted.target) }]
  }
  return names.model.flatMap((name, index) => {
    const entry = entries.target[names.target.indexOf(name)]
    const settings = {
      memory,
      chosen: model.fields,
      path: { ...path, [spec.nameField]: name },
      defaults: answered.defaults(answers.model.operation),
    }
    const pair = { target: entry ?? {}, model: entries.model[index] ?? {} }
    return compareFields(pair, node, settings).map((found) => ({
      ...found,
      place: `${spec.entries}[${name}].${found.place}`,
    }))
  })
}

/** A documented header is there, and an ETag stands for one state. */
function compareHeaders(answered: Answered): FieldDifference[] {
  const { answers, memory, path } = answered
  const { operation, response } = answers.model
  const documented = Object.entries(operation.success[response.status]?.headers ?? {}).filter(
    ([, schema]) => toJsonSchema(schema)['x-provenance'] === undefined,
  )
  return documented.flatMap(([name]): FieldDifference[] => {
    const tag = { target: readHeader(answers.target.response, name), model: readHeader(response, name) }
    if (tag.model === undefined) return []
    const place = `the header ${name}`
    if (!tag.target) return [{ place, expected: tag.model, actual: 'absent' }]
    if (name.toLowerCase() !== 'etag') return []
    return compareTag({ target: tag.target, model: tag.model }, toState(answered), memory, path)
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
function toState(answered: Answered): string {
  const { fields } = answered.model
  const exchange = answered.answers.model
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
function toClause({ clause, model }: Answered, code: string | undefined): string | undefined {
  return clause ?? (code === undefined ? undefined : model.clauses?.[code])
}

function toDifference(answered: Answered, status: string, expected: string, actual: string, place = ''): Difference {
  const { api, answers } = answered
  const { operation } = answers.target
  const given = toClause(answered, readCode(api, answers.model))
  const where = place.startsWith('the header ')
    ? `, Headers: ${place.slice('the header '.length)}`
    : place && `: ${place}`
  return {
    operation: operation.id,
    clause: given ?? `${toCitation(operation.source)} ${status}${where}`,
    expected: `${toStatusText(api, answers.model)}${expected}`,
    actual: `${toStatusText(api, answers.target)}${actual}`,
  }
}
