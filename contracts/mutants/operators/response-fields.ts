import { toRequestFields } from '../../../schemas/core/fields.ts'
import { toTypes } from '../../../schemas/core/json-schema.ts'
import { perServer } from '../kit.ts'
import { headerOf, readObject, setJson } from '../response.ts'
import { mapAt, removed, toPathText } from '../sites/field-paths.ts'
import type { ResponseFieldSite } from '../sites/site.ts'
import { type Operator, operatorsOn } from './operator.ts'
import { shiftTime } from './shift-time.ts'

type Field = ResponseFieldSite
type Change = (value: unknown, site: Field) => unknown

const nameOf = ({ path }: Field) => toPathText(path)
const hasType =
  (...types: readonly string[]) =>
  ({ node }: Field) =>
    toTypes(node).some((type) => types.includes(type))
const isTime = ({ node, path }: Field) =>
  node.format === 'date-time' || /(Time|_time|_modified)$/.test(String(path.at(-1)))
const isText = (site: Field) => hasType('string')(site) && !site.node.enum && !isTime(site)
const isNamed = ({ path }: Field) => !/token$/i.test(String(path.at(-1)))

/** Maps the values of the field in the success responses of the operation. */
const mapWith =
  (change: Change): Operator<'response field'>['wrap'] =>
  (site, { editObject }) =>
    editObject(site.operation.id, (body) => {
      const mapped = mapAt({ ...body }, site.path, (value) => change(value, site))
      Object.assign(replaceAll(body), mapped)
    })

/** Empties an object, so that another one can be assigned. */
function replaceAll(body: Record<string, unknown>): Record<string, unknown> {
  const copy = { ...body }
  for (const name of Object.keys(copy)) delete body[name]
  return body
}

/** Lists of resources have an order, and lists that a client sent keep theirs. */
const hasOrder = ({ operation, resource, path: [name] }: Field) => {
  const { create, update, list } = resource ?? {}
  const writes = [operation, create, update].flatMap((write) => (write ? [toRequestFields(write)] : []))
  return operation === list || writes.some((fields) => String(name) in fields)
}

const onType = (
  types: readonly string[],
  what: string,
  change: Change,
  appliesTo: (site: Field) => boolean = () => true,
) => ({
  what: (site: Field) => `returns ${nameOf(site)} ${what}`,
  appliesTo: (site: Field) => hasType(...types)(site) && appliesTo(site),
  wrap: mapWith(change),
})

const onText = (what: string, change: (text: string) => unknown, appliesTo: (site: Field) => boolean = isText) =>
  onType(['string'], what, (value) => (typeof value === 'string' ? change(value) : value), appliesTo)
const onTime = (what: string, change: (time: number, text: string) => unknown) =>
  onText(what, (text) => (Number.isNaN(Date.parse(text)) ? text : change(Date.parse(text), text)), isTime)
const onNumber = (what: string, change: (value: number) => unknown) =>
  onType(['number', 'integer'], what, (value) => (typeof value === 'number' ? change(value) : value))

/** Remembers values between the responses of one server. */
const withMemory =
  (
    change: (value: unknown, memory: Map<string, unknown>, key: string) => unknown,
  ): Operator<'response field'>['wrap'] =>
  (site, { editSuccess }) =>
    perServer(() => {
      const memory = new Map<string, unknown>()
      return editSuccess(site.operation.id, (response, call) => {
        const body = readObject(response)
        if (body)
          setJson(
            response,
            mapAt(body, site.path, (value) => change(value, memory, call.path)),
          )
      })
    })

/** Operators on fields of success responses. */
export const responseFieldOperators = operatorsOn('response field', {
  'drop-field': {
    what: (site) => `omits ${nameOf(site)}`,
    wrap: mapWith(() => removed),
  },
  'return-null-field': {
    what: (site) => `returns null for ${nameOf(site)}`,
    appliesTo: (site) => !hasType('null')(site),
    wrap: mapWith(() => null),
  },
  'rename-field': {
    what: (site) => `returns ${nameOf(site)} under a misspelled name`,
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body) => {
        const name = String(site.path.at(-1))
        const parent = site.path.slice(0, -1)
        const rename = (value: unknown) =>
          typeof value === 'object' && value !== null && name in value
            ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key === name ? `${key}s` : key, item]))
            : value
        const mapped = mapAt({ ...body }, parent, rename)
        Object.assign(replaceAll(body), mapped)
      }),
  },
  'field-of-other-type': {
    what: (site) => `returns ${nameOf(site)} with another JSON type`,
    appliesTo: (site) => toTypes(site.node).length === 1,
    wrap: mapWith((value) => {
      if (typeof value === 'number' || typeof value === 'boolean') return String(value)
      if (typeof value === 'string') return { value }
      return JSON.stringify(value)
    }),
  },
  'boolean-as-number': onType(['boolean'], 'as 0 or 1', Number),
  'inverted-boolean': onType(['boolean'], 'inverted', (value) => !value),
  'add-half': onNumber('with a fraction', (value) => value + 0.5),
  'negative-number': onNumber('negated', (value) => -value - 1),
  'number-off-by-one': onNumber('increased by one', (value) => value + 1),
  'other-unit': onNumber('in another unit', (value) => value * 1024),
  'collapsed-list': onType(['array'], 'as its only item', (value) =>
    Array.isArray(value) && value.length === 1 ? value[0] : value,
  ),
  'null-for-empty-list': onType(
    ['array'],
    'as null if the list is empty',
    (value) => (Array.isArray(value) && value.length === 0 ? null : value),
    // Real servers return null for observed fields without a value.
    ({ provenance }) => provenance !== 'observed',
  ),
  'reversed-list': onType(
    ['array'],
    'in reverse order',
    (value) => (Array.isArray(value) ? value.toReversed() : value),
    hasOrder,
  ),
  'list-without-last': onType(['array'], 'without its last item', (value) =>
    Array.isArray(value) && value.length > 1 ? value.slice(0, -1) : value,
  ),
  'repeated-item': onType(['array'], 'with its first item twice', (value) =>
    Array.isArray(value) && value.length > 0 ? [value[0], ...value] : value,
  ),
  'object-with-property': onType(
    ['object'],
    'with an undocumented property',
    (value, { node }) =>
      node.properties && typeof value === 'object' && value !== null ? { ...value, colour: 'red' } : value,
    ({ node }) => node.properties !== undefined,
  ),
  'map-without-key': onType(
    ['object'],
    'without one key',
    // An absent key may mean null.
    (value) => {
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value)
      const lost = entries.findIndex(([, item]) => item !== null)
      return Object.fromEntries(entries.filter((_, index) => index !== lost))
    },
    ({ node }) => node.properties === undefined,
  ),
  'map-of-numbers': onType(
    ['object'],
    'with values of another type',
    (value) =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, typeof item === 'number' ? String(item) : 1]),
          )
        : value,
    ({ node }) => node.properties === undefined && node.additionalProperties !== undefined,
  ),
  'other-enum-case': {
    what: (site) => `returns ${nameOf(site)} in another case`,
    appliesTo: ({ node }) => node.enum?.some((value) => typeof value === 'string') ?? false,
    wrap: mapWith((value) => {
      if (typeof value !== 'string') return value
      return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase()
    }),
  },
  'undocumented-enum-value': {
    what: (site) => `returns an undocumented value in ${nameOf(site)}`,
    appliesTo: ({ node }) => node.enum !== undefined,
    wrap: mapWith((value) => (typeof value === 'string' ? `${value}2` : 99)),
  },
  'upper-case-text': onText('in upper case', (text) => text.toUpperCase()),
  'escaped-text': onText('with escaped HTML', (text) => text.replaceAll('&', '&amp;').replaceAll(/[<>'"]/g, '&#39;')),
  'trimmed-text': onText('without white space at its ends', (text) => text.trim()),
  'truncated-text': onText('cut to 10 characters', (text) => text.slice(0, 10)),
  'empty-text': onText('empty', () => ''),
  'epoch-time': onTime('as seconds since 1970', (time) => Math.floor(time / 1000)),
  'time-without-zone': onTime('without time zone', (_, text) => text.replace(/(Z|[+-]\d\d:?\d\d)$/, '')),
  'local-time-as-utc': onTime('eight hours late with the same zone', (_, text) => shiftTime(text, 8 * 3_600_000)),
  'date-only': onTime('as a date without time', (_, text) => text.slice(0, 10)),
  'time-of-the-request': onTime('as the time of the request', (time) =>
    new Date(Math.max(time, Date.now()) + 1000).toISOString().replace('Z', '+0000'),
  ),
  'zero-time': onTime('as the first second of the year 1', () => '0001-01-01T00:00:00Z'),
  'address-of-host-header': {
    what: (site) => `builds ${nameOf(site)} from the Host header, which some clients send without the port`,
    profile: 'observed',
    appliesTo: (site) => site.path.at(-1) === 'url',
    wrap: (site, { editObject }) =>
      editObject(site.operation.id, (body, { request }) => {
        const host = headerOf(request, 'host') ?? ''
        const mapped = mapAt({ ...body }, site.path, (url) => String(url).replace(/(?<=^https?:\/\/)[^/]+/, host))
        Object.assign(replaceAll(body), mapped)
      }),
  },
  'other-value': {
    what: (site) => `returns another value in ${nameOf(site)}`,
    appliesTo: (site) => isText(site) && isNamed(site),
    wrap: mapWith((value) => (typeof value === 'string' ? `${value}-2` : value)),
  },
  'first-value': {
    what: (site) => `keeps the first value of ${nameOf(site)} that it returned for a path`,
    appliesTo: isNamed,
    wrap: withMemory((value, memory, key) => {
      if (!memory.has(key)) memory.set(key, value)
      return memory.get(key)
    }),
  },
  'value-of-other-resource': {
    what: (site) => `returns ${nameOf(site)} of the previous response`,
    appliesTo: isNamed,
    wrap: withMemory((value, memory) => {
      const previous = memory.get('previous')
      memory.set('previous', value)
      return previous === undefined ? value : previous
    }),
  },
  'unique-value': {
    what: (site) => `returns a new ${nameOf(site)} in every response`,
    appliesTo: (site) => isText(site) && /id$/i.test(String(site.path.at(-1))),
    wrap: withMemory((value, memory) => {
      const count = Number(memory.get('count') ?? 0) + 1
      memory.set('count', count)
      return typeof value === 'string' ? `${value.slice(0, -1)}${count % 10}` : value
    }),
  },
})
