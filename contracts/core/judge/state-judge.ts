import { toCount } from '../../../schemas/core/lib/count.ts'
import { toRequestFields, toResponseFields } from '../../../schemas/core/fields.ts'
import { hasType, type SchemaNode } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import { toText } from '../assertions/expect.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import { bounds } from '../bounds.ts'
import { type Exchange, readHeader, readJson } from '../http/exchange.ts'
import { type Address, readAddress } from '../http/read-address.ts'
import type { Input } from '../http/wire-request.ts'
import { readTime } from '../read-time.ts'
import { toResourcePath } from '../resource-path.ts'
import { createExisting } from './existing.ts'
import { isSameValue } from './is-same-value.ts'
import type { JudgedRule, Judgement, JudgeOptions } from './judgement.ts'
import { type Clocks, createClocks } from './clocks.ts'
import { createOverlaps, type Flight, isWithin } from './overlaps.ts'
import { type Role, toKey, toRequestScope, toRoles, toScope } from './roles.ts'
import { createWitnesses, type Witnesses } from './witnesses.ts'

/** Compares the states that operations return with each other and with the last write of the run. */
export interface StateJudge {
  /** Call it before a request is sent. Undefined if the operation neither shows nor changes a state. */
  readonly start: (operation: Operation, input: Input) => Flight | undefined
  /** Call it with the exchange, or with nothing without a response. */
  readonly end: (flight: Flight, exchange?: Exchange) => void
  readonly findings: () => readonly Judgement[]
}

interface LastState {
  readonly body: JsonObject
  readonly tag?: string | undefined
  readonly time?: number | undefined
}

/** The end of the name of a witness that is a request. */
const requestEnd = ' (request)'

/** The pseudo field of the ETag. */
const tag = 'header ETag'

export function createStateJudge({
  api,
  resources,
  profile,
  now,
}: Pick<JudgeOptions, 'api' | 'resources' | 'profile' | 'now'>): StateJudge {
  /** The profile `documented` ignores what the governing source does not state. */
  const isJudged = (node: SchemaNode) =>
    profile === 'observed' || (node['x-provenance'] ?? 'documented') === 'documented'

  /** The rule for schemas reports a documented field of a wrong type, so its value is not compared. */
  const isComparable = (node: SchemaNode, value: unknown) =>
    isJudged(node) &&
    (node['x-provenance'] !== undefined || value === null || value === undefined || hasType(node, value))

  const witnesses = createWitnesses()
  const clocks = createClocks(now)
  const roles = toRoles(resources)
  /** The first finding of each operation and rule. */
  const found = new Map<string, Judgement>()
  const ids = new Map<string, string>()
  /** The last state of each resource that an operation returned. */
  const last = new Map<string, LastState>()
  const existing = createExisting()
  const overlaps = createOverlaps()
  /** Requests that name an account. It may be another one, which has other resources. */
  const elsewhere = new WeakSet<Flight>()

  const add = (rule: JudgedRule, exchange: Exchange, expected: string, actual: string) => {
    const operation = exchange.operation.id
    const id = `${operation} ${rule}`
    if (!found.has(id)) found.set(id, { operation, rule, finding: { expected, actual }, exchange })
  }

  /** Bytes of the response bodies whose values may be in the known states. */
  let knownBytes = 0

  /** Forgets all states before the known bodies exceed the limit. */
  function limitMemory({ response }: Exchange): void {
    knownBytes += response.body.length
    if (knownBytes <= bounds.judgedBytes) return
    forget()
    knownBytes = response.body.length
  }

  function start(operation: Operation, input: Input): Flight | undefined {
    const role = roles.get(operation.id)
    const flight = role && overlaps.start(toRequestScope(role, input), toKind(role))
    if (flight && Object.keys(input.headers ?? {}).some((name) => /account/i.test(name))) elsewhere.add(flight)
    return flight
  }

  function end(flight: Flight, exchange?: Exchange): void {
    overlaps.end(flight)
    if (exchange && !elsewhere.has(flight)) see(exchange, flight.overlaps)
    else if (flight.kind === 'write') forgetBelow(flight.scope)
  }

  /** `others`: the scopes of the requests at the same time. */
  function see(exchange: Exchange, others: readonly string[]): void {
    const role = roles.get(exchange.operation.id)
    const address = readAddress(exchange, api.dialect.basePath)
    if (!role || !address || exchange.response.status >= 300) return
    limitMemory(exchange)
    const { resource, does } = role
    if (does === 'list') seeList(exchange, resource, address, others)
    else if (does === 'remove') seeRemoval(resource, address)
    else seeState(exchange, role, address, others)
  }

  function seeState(
    exchange: Exchange,
    { resource, does, isPart }: Role,
    address: Address,
    others: readonly string[],
  ): void {
    const body = readObject(exchange)
    const sent = does === 'read' ? {} : readSent(exchange)
    // What an undocumented field does is not known.
    if (!sent || Object.keys(sent).some((name) => !(name in toRequestFields(exchange.operation)))) {
      if (toKey(resource, address.path) !== undefined) forgetBelow(toScope(resource, address.path))
      return
    }
    const path = does === 'create' ? toResourcePath(resource, { path: address.path, body: sent }, body) : address.path
    // The same key may exist once for each qualifier.
    const isQualified = does === 'create' && address.path.qualifier !== undefined
    const key = path && !isQualified ? toKey(resource, path) : undefined
    if (!path || key === undefined) return
    const scope = toScope(resource, path)
    if (others.some((other) => isWithin(scope, other))) {
      if (does !== 'read') forgetBelow(scope)
      return
    }
    if (does === 'create') {
      forgetBelow(scope)
      existing.add(resource, path)
    }
    if (does === 'update') dropChanged(exchange, resource, key, sent)
    if (isPart) for (const field of Object.keys(toRequestFields(exchange.operation))) witnesses.drop(key, field)
    if (does !== 'read') {
      forgetTags(resource, address.path)
      if (!isPart) addSent(exchange, resource, key, sent)
    }
    // Fields of a part depend on each other.
    addFields(exchange, resource, key, body, isPart ? toRequestFields(exchange.operation) : {})
    const etag = resource.etag && readHeader(exchange.response, resource.etag)
    if (etag !== undefined) witnesses.add(key, tag, exchange.operation.id, { value: etag, exchange })
    if (!address.path.qualifier) seeChange(exchange, resource, key, body, does === 'update' ? sent : undefined, etag)
    if (does === 'create') seeId(exchange, resource, key, body)
    if (does !== 'read' && !isPart) seeClock(exchange, resource, does === 'create')
  }

  /**
   * An update replaces what it sends. It may change everything that only the server sets, except identity, and add
   * defaults where nothing was stored.
   */
  function dropChanged({ operation }: Exchange, resource: Resource, key: string, sent: JsonObject): void {
    const { idField, times } = resource
    const settable = toRequestFields(operation)
    // Some clients write a name in another case.
    const names = Object.keys(sent).map((name) => name.toLowerCase())
    const isKept = (field: string) =>
      (!names.includes(field.toLowerCase()) || resource.ignored?.includes(field)) &&
      !witnesses.isEmpty(key, field) &&
      (field in settable || [idField, times?.created, resource.key].includes(field))
    for (const field of witnesses.fieldsOf(key)) if (!isKept(field)) witnesses.drop(key, field)
  }

  /** Values of a request must be returned by every operation. */
  function addSent(exchange: Exchange, resource: Resource, key: string, sent: JsonObject): void {
    const shown = toResponseFields(exchange.operation)
    const settable = toRequestFields(exchange.operation)
    for (const [field, value] of Object.entries(sent)) {
      const unstored = [...resource.writeOnly, ...(resource.volatile ?? []), ...(resource.ignored ?? [])]
      if (value === null || isObjectOfNulls(value) || unstored.includes(field)) continue
      const node = settable[field]
      const showing = shown[field]
      if (node && showing && isJudged(node) && isJudged(showing))
        witnesses.add(key, field, `${exchange.operation.id}${requestEnd}`, { value, exchange, sent: node })
    }
  }

  function addFields(exchange: Exchange, resource: Resource, key: string, body: JsonObject, except: object): void {
    const { operation } = exchange
    for (const [field, node] of Object.entries(toResponseFields(operation))) {
      const isLeftOut = resource.volatile?.includes(field) || field === resource.paging?.token || field in except
      const value = body[field]
      if (!isLeftOut && isComparable(node, value)) witnesses.add(key, field, operation.id, { value, exchange })
    }
  }

  function seeList(exchange: Exchange, resource: Resource, address: Address, others: readonly string[]): void {
    const { path, query } = address
    const body = readObject(exchange)
    const { token = '', limit } = resource.paging ?? {}
    const next = body[token]
    if (next === '' || next === null)
      add('last-page-has-no-token', exchange, `no ${token} on the last page`, toText(next))
    const listed = body[resource.entries ?? '']
    if (!Array.isArray(listed) || path.qualifier) return
    const entries = listed.filter(isObject)
    const isChanging = (name: string) => {
      const scope = toScope(resource, { ...path, [resource.key]: name })
      return others.some((other) => isWithin(scope, other))
    }
    const fields = toResponseFields(exchange.operation)[resource.entries ?? '']?.items?.properties ?? {}
    for (const entry of entries) {
      const name = String(entry[resource.key])
      const key = toKey(resource, { ...path, [resource.key]: name })
      if (key === undefined || resource.readKey !== undefined || isChanging(name)) continue
      for (const [field, child] of Object.entries(fields)) {
        const { 'x-provenance': mark } = child
        // A list may leave out what the source does not list.
        const value = entry[field]
        if (resource.volatile?.includes(field) || (mark && value === undefined)) continue
        if (isComparable(child, value)) witnesses.add(key, field, exchange.operation.id, { value, exchange })
      }
    }
    // A list without filters and without a further page contains every resource that the run created.
    if (next || [...query.keys()].some((name) => name !== limit)) return
    const names = new Set(entries.map((entry) => String(entry[resource.key])))
    const lost = [...existing.keysOf(resource, path)].find((name) => !names.has(name) && !isChanging(name))
    if (lost === undefined) return
    const expected = `${resource.entries} with ${lost}, which exists`
    add('list-contains-existing-resources', exchange, expected, toCount(names.size, 'other entry', 'other entries'))
  }

  function seeRemoval(resource: Resource, { path }: Address): void {
    if (toKey(resource, path) === undefined) return
    forgetBelow(toScope(resource, path))
    forgetTags(resource, path)
  }

  function seeId(exchange: Exchange, { idField }: Resource, key: string, body: JsonObject): void {
    const id = idField === undefined ? undefined : body[idField]
    if (typeof id !== 'string' || id.length > bounds.idLength || ids.size >= bounds.ids) return
    const other = ids.get(id)
    if (other !== undefined) add('ids-are-never-reused', exchange, `a new ${idField}`, `${idField} ${id} of ${other}`)
    ids.set(id, key.replaceAll('\n', ' '))
  }

  /** The time of a creation or change is the time of the request. */
  function seeClock(exchange: Exchange, { times }: Resource, isCreation: boolean): void {
    const body = readObject(exchange)
    for (const field of times ? [times.modified, ...(isCreation ? [times.created] : [])] : []) {
      const text = body[field]
      const time = typeof text === 'string' ? readTime(text) : undefined
      if (time !== undefined) clocks.add(exchange, field, String(text), time)
    }
  }

  /** After an update, the time of the change does not go back, and the tag differs if the state differs. */
  function seeChange(
    exchange: Exchange,
    { times }: Resource,
    key: string,
    body: JsonObject,
    sent: JsonObject | undefined,
    etag: string | undefined,
  ): void {
    const time =
      times && typeof body[times.modified] === 'string' ? Date.parse(String(body[times.modified])) : undefined
    const before = last.get(key)
    if (before?.time !== undefined && time !== undefined && time < before.time - 999) {
      const [was, is] = [before.time, time].map((ms) => new Date(ms).toISOString())
      add('modified-time-never-decreases', exchange, `${times?.modified} not before ${was}`, String(is))
    }
    const isChanged =
      sent !== undefined && before !== undefined && !isSameValue(pick(before.body, sent), pick(body, sent))
    if (isChanged && etag !== undefined && before.tag === etag) {
      const fields = Object.keys(sent).join(', ')
      add(
        'etag-follows-state',
        exchange,
        'another ETag after a change',
        `${etag} before and after the change of ${fields}`,
      )
    }
    last.set(key, { time: time ?? before?.time, tag: etag ?? before?.tag, body })
  }

  /** Forgets every state within a scope, and that the resource exists. */
  function forgetBelow(scope: string): void {
    for (const other of last.keys()) if (other.startsWith(scope)) last.delete(other)
    existing.forgetBelow(scope)
    for (const other of witnesses.keys()) {
      if (other.startsWith(scope)) for (const field of witnesses.fieldsOf(other)) witnesses.drop(other, field)
    }
  }

  /** A write may change the tags and the times of the resources above it. */
  function forgetTags({ parent }: Resource, path: Address['path']): void {
    for (let above = parent; above; above = above.parent) {
      const key = toKey(above, path)
      if (key === undefined) continue
      for (const field of [tag, above.times?.modified]) if (field !== undefined) witnesses.drop(key, field)
      const known = last.get(key)
      if (known) last.set(key, { body: known.body })
    }
  }

  function forget(): void {
    witnesses.clear()
    last.clear()
    existing.clear()
    knownBytes = 0
  }

  return { start, end, findings: () => [...found.values(), ...toContradictions(witnesses), ...toWrongClocks(clocks)] }
}

function toWrongClocks(clocks: Clocks): Judgement[] {
  return clocks.findings().map(({ exchange, ...finding }) => ({
    operation: exchange.operation.id,
    rule: 'times-are-of-one-clock',
    finding,
    exchange,
  }))
}

function toContradictions(witnesses: Witnesses): Judgement[] {
  return witnesses.contradictions().map(({ field, operation, other, value, otherValue, exchange }) => {
    const sent = toSender(operation)
    const isOtherSent = toSender(other) !== undefined
    return {
      operation: sent ?? operation,
      rule: field === tag ? 'etag-agrees-with-other-operations' : 'fields-agree-with-other-operations',
      finding:
        sent === undefined
          ? {
              expected: `${field} ${otherValue}, as ${isOtherSent ? 'sent' : `in ${other}`}`,
              actual: `${field} ${value}`,
            }
          : { expected: `${field} ${value}, as sent`, actual: `${field} ${otherValue} in ${other}` },
      exchange,
    }
  })
}

/** The operation of a request whose values are a witness. Undefined for a response. */
function toSender(witness: string): string | undefined {
  return witness.endsWith(requestEnd) ? witness.slice(0, -requestEnd.length) : undefined
}

/** An object whose members are all null may be absent, like null itself. */
function isObjectOfNulls(value: unknown): boolean {
  const members = isObject(value) ? Object.values(value) : []
  return members.length > 0 && members.every((member) => member === null)
}

/** The JSON object in the body of a request. Undefined if the body is anything else. */
function readSent({ request }: Exchange): JsonObject | undefined {
  const reading = readJson(request.body)
  return reading.ok && isObject(reading.value) ? reading.value : undefined
}

function toKind({ does }: Role): Flight['kind'] {
  return does === 'read' || does === 'list' ? does : 'write'
}

function pick(body: JsonObject, { ...names }: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(names).map((name) => [name, body[name]]))
}
