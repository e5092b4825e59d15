import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { type Resource, toKeys } from '../../../schemas/core/resource.ts'
import { toText } from '../assertions/expect.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import { bounds } from '../bounds.ts'
import { type Exchange, readHeader, readJson } from '../http/exchange.ts'
import { toResourcePath } from '../resource-path.ts'
import { isSameValue } from './is-same-value.ts'
import type { JudgedRule, Judgement, JudgeOptions } from './judgement.ts'
import { type Address, readAddress } from './read-call.ts'
import { createWitnesses, type Witnesses } from './witnesses.ts'

/** Compares the states that operations return with each other and with the last write of the run. */
export interface StateJudge {
  readonly see: (exchange: Exchange) => void
  /** Forgets all states: a write may have happened that the judge cannot order. */
  readonly forget: () => void
  readonly findings: () => readonly Judgement[]
}

/** The pseudo field of the ETag. */
const tag = 'header ETag'

interface Role {
  readonly resource: Resource
  /** The operation changes a part of the resource that has no key of its own. */
  readonly isPart?: true
  readonly does: 'create' | 'read' | 'list' | 'update' | 'remove'
}

export function createStateJudge({
  api,
  resources,
  profile,
}: Pick<JudgeOptions, 'api' | 'resources' | 'profile'>): StateJudge {
  /** The profile `documented` ignores what the governing source does not state. */
  const isJudged = (node: SchemaNode) =>
    profile === 'observed' || (node['x-provenance'] ?? 'documented') === 'documented'

  const witnesses = createWitnesses()
  const roles = toRoles(resources)
  /** The first finding of each operation and rule. */
  const found = new Map<string, Judgement>()
  const ids = new Map<string, string>()
  const changes = new Map<string, JsonObject>()
  const modified = new Map<string, { readonly tag: string | undefined; readonly time: number | undefined }>()
  /** Keys of existing resources, by the key of the list that contains them. */
  const existing = new Map<string, Set<string>>()

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

  function see(exchange: Exchange): void {
    const role = roles.get(exchange.operation.id)
    if (exchange.response.status >= 300) return
    const address = readAddress(exchange, api.dialect.basePath)
    if (!address) return
    if (!role) return
    limitMemory(exchange)
    const { resource, does } = role
    if (does === 'list') seeList(exchange, resource, address)
    else if (does === 'remove') seeRemoval(resource, address)
    else seeState(exchange, role, address)
  }

  function seeState(exchange: Exchange, { resource, does, isPart }: Role, address: Address): void {
    const body = readObject(exchange)
    const sent = does === 'read' ? {} : readSent(exchange)
    // What an undocumented field does is not known.
    if (!sent || Object.keys(sent).some((name) => !(name in toSettable(exchange.operation)))) {
      const key = toKey(resource, address.path)
      if (key !== undefined) forgetBelow(key)
      return
    }
    const path = does === 'create' ? toResourcePath(resource, { path: address.path, body: sent }, body) : address.path
    const key = path && toKey(resource, path)
    if (key === undefined) return
    if (does === 'create') {
      forgetBelow(key)
      const list = toListKey(resource, path ?? {})
      existing.set(list, (existing.get(list) ?? new Set()).add(String(path?.[resource.key])))
    }
    if (does === 'update') dropChanged(exchange, resource, key, sent)
    if (isPart) for (const field of Object.keys(toSettable(exchange.operation))) witnesses.drop(key, field)
    if (does !== 'read') {
      forgetTags(resource, address.path)
      if (!isPart) addSent(exchange, resource, key, sent)
    }
    // Fields of a part depend on each other.
    addFields(exchange, resource, key, body, isPart ? toSettable(exchange.operation) : {})
    const etag = resource.etag && readHeader(exchange.response, resource.etag)
    if (etag !== undefined) witnesses.add(key, tag, exchange.operation.id, { value: etag, exchange })
    if (!address.path.qualifier) seeChange(exchange, resource, key, body, does === 'update' ? sent : undefined, etag)
    if (does === 'create') seeId(exchange, resource, key, body)
  }

  /**
   * An update replaces what it sends. It may change everything that only the server sets, except identity, and add
   * defaults where nothing was stored.
   */
  function dropChanged({ operation }: Exchange, resource: Resource, key: string, sent: JsonObject): void {
    const { idField, times } = resource
    const settable = toSettable(operation)
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
    const shown = toFields(exchange.operation)
    const settable = toSettable(exchange.operation)
    for (const [field, value] of Object.entries(sent)) {
      const unstored = [...resource.writeOnly, ...(resource.volatile ?? []), ...(resource.ignored ?? [])]
      if (value === null || unstored.includes(field)) continue
      const node = settable[field]
      const showing = shown?.[field]
      if (node && showing && isJudged(node) && isJudged(showing))
        witnesses.add(key, field, `${exchange.operation.id} (request)`, { value, exchange, sent: node })
    }
  }

  function addFields(exchange: Exchange, resource: Resource, key: string, body: JsonObject, except: object): void {
    const { operation } = exchange
    for (const [field, node] of Object.entries(toFields(operation) ?? {})) {
      const isLeftOut = resource.volatile?.includes(field) || field === resource.paging?.token || field in except
      if (!isLeftOut && isJudged(node)) witnesses.add(key, field, operation.id, { value: body[field], exchange })
    }
  }

  function seeList(exchange: Exchange, resource: Resource, { path, query }: Address): void {
    const token = readObject(exchange)[resource.paging?.token ?? '']
    if (token === '' || token === null)
      add('last-page-has-no-token', exchange, `no ${resource.paging?.token} on the last page`, toText(token))
    const entries = readObject(exchange)[resource.entries ?? '']
    if (!Array.isArray(entries) || path.qualifier) return
    const node = toFields(exchange.operation)?.[resource.entries ?? '']?.items?.properties ?? {}
    for (const entry of entries.filter(isObject)) {
      const key = toKey(resource, { ...path, [resource.key]: String(entry[resource.key]) })
      if (key === undefined || resource.readKey !== undefined) continue
      for (const [field, child] of Object.entries(node)) {
        const { 'x-provenance': mark } = child
        // A list may leave out what the source does not list.
        if (resource.volatile?.includes(field) || (mark && entry[field] === undefined) || !isJudged(child)) continue
        witnesses.add(key, field, exchange.operation.id, { value: entry[field], exchange })
      }
    }
    seeExisting(exchange, resource, path, query, entries.filter(isObject))
  }

  /** A list without filters and without a further page contains every resource that the run created. */
  function seeExisting(
    exchange: Exchange,
    resource: Resource,
    path: Address['path'],
    query: URLSearchParams,
    entries: readonly JsonObject[],
  ): void {
    const { paging } = resource
    const isWhole =
      [...query.keys()].every((name) => name === paging?.limit) && !readObject(exchange)[paging?.token ?? '']
    if (!isWhole) return
    const listed = new Set(entries.map((entry) => String(entry[resource.key])))
    const lost = [...(existing.get(toListKey(resource, path)) ?? [])].filter((name) => !listed.has(name))
    if (lost.length > 0)
      add(
        'list-contains-existing-resources',
        exchange,
        `${resource.entries} with ${lost[0]}, which exists`,
        `${listed.size} others`,
      )
  }

  function seeRemoval(resource: Resource, { path }: Address): void {
    const key = toKey(resource, path)
    if (key === undefined) return
    forgetBelow(key)
    existing.get(toListKey(resource, path))?.delete(String(path[resource.key]))
    forgetTags(resource, path)
  }

  function seeId(exchange: Exchange, { idField }: Resource, key: string, body: JsonObject): void {
    const id = idField === undefined ? undefined : body[idField]
    if (typeof id !== 'string' || id.length > bounds.idLength || ids.size >= bounds.ids) return
    const other = ids.get(id)
    if (other !== undefined) add('ids-are-never-reused', exchange, `a new ${idField}`, `${idField} ${id} of ${other}`)
    ids.set(id, key.replaceAll('\n', ' '))
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
    const before = modified.get(key)
    if (before?.time !== undefined && time !== undefined && time < before.time - 999) {
      const [was, is] = [before.time, time].map((ms) => new Date(ms).toISOString())
      add('modified-time-never-decreases', exchange, `${times?.modified} not before ${was}`, String(is))
    }
    const isChanged =
      sent !== undefined &&
      changes.get(key) !== undefined &&
      !isSameValue(pick(changes.get(key) ?? {}, sent), pick(body, sent))
    if (isChanged && etag !== undefined && before?.tag === etag)
      add(
        'etag-follows-state',
        exchange,
        'another ETag after a change',
        `${etag} before and after the change of ${Object.keys(sent).join(', ')}`,
      )
    modified.set(key, { time: time ?? before?.time, tag: etag ?? before?.tag })
    changes.set(key, body)
  }

  /** Forgets a resource and everything below it. */
  function forgetBelow(key: string): void {
    const start = key.slice(0, key.lastIndexOf('\n') + 1)
    for (const map of [changes, modified, existing]) {
      for (const other of map.keys()) if (other.startsWith(start)) map.delete(other)
    }
    for (const other of witnesses.keys()) {
      if (other.startsWith(start)) for (const field of witnesses.fieldsOf(other)) witnesses.drop(other, field)
    }
  }

  /** A write may change the tags and the times of the resources above it. */
  function forgetTags({ parent }: Resource, path: Address['path']): void {
    for (let above = parent; above; above = above.parent) {
      const key = toKey(above, path)
      if (key === undefined) continue
      for (const field of [tag, above.times?.modified]) if (field !== undefined) witnesses.drop(key, field)
      modified.delete(key)
    }
  }

  function forget(): void {
    witnesses.clear()
    modified.clear()
    changes.clear()
    existing.clear()
    knownBytes = 0
  }

  return { see, forget, findings: () => [...found.values(), ...toContradictions(witnesses)] }
}

function toContradictions(witnesses: Witnesses): Judgement[] {
  return witnesses.contradictions().map(({ field, operation, other, value, otherValue, exchange }) => ({
    operation: operation.replace(' (request)', ''),
    rule: field === tag ? 'etag-agrees-with-other-operations' : 'fields-agree-with-other-operations',
    finding: {
      expected: `${field} ${otherValue}, as in ${other}`,
      actual: `${field} ${value}`,
    },
    exchange,
  }))
}

function toRoles(resources: readonly Resource[]): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  for (const resource of resources) {
    const { keyIn, update, parent } = resource
    if (keyIn === 'none') {
      if (update && parent) roles.set(update.id, { resource: parent, does: 'update', isPart: true })
      continue
    }
    for (const does of ['create', 'list', 'remove', 'update', 'read'] as const) {
      const operation = resource[does]
      if (operation && !roles.has(operation.id) && !(does === 'read' && resource.readKey !== undefined))
        roles.set(operation.id, { resource, does })
    }
  }
  return roles
}

function toKey(resource: Resource, path: Address['path']): string | undefined {
  const keys = toKeys(resource)
  if (keys.some((name) => path[name] === undefined)) return undefined
  const qualifier = path.qualifier === undefined ? [] : [`qualifier ${path.qualifier}`]
  // A version is a state of its own that nothing changes. An alias may be moved.
  if (path.qualifier !== undefined && !/^\d+$/.test(path.qualifier)) return undefined
  return [...keys.map((name) => path[name]), ...qualifier, resource.name].join('\n')
}

function toListKey(resource: Resource, path: Address['path']): string {
  const above = resource.parent ? toKeys(resource.parent).map((name) => path[name]) : []
  return [...above, `list of ${resource.name}`].join('\n')
}

/** The JSON object in the body of a request. Undefined if the body is anything else. */
function readSent({ request }: Exchange): JsonObject | undefined {
  const reading = readJson(request.body)
  return reading.ok && isObject(reading.value) ? reading.value : undefined
}

/** The fields of the success responses of an operation. */
function toFields({ success }: Operation): Readonly<Record<string, SchemaNode>> | undefined {
  const schema = Object.values(success).find((response) => response.schema)?.schema
  return schema && toJsonSchema(schema).properties
}

/** The fields of the request body of an operation. */
function toSettable({ body }: Operation): Readonly<Record<string, SchemaNode>> {
  return (body && toJsonSchema(body.schema).properties) ?? {}
}

function pick(body: JsonObject, { ...names }: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(names).map((name) => [name, body[name]]))
}
