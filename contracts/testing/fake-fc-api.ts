import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { type Code, type FakeKind, fakeKinds } from './fake-fc-kinds.ts'
import { toPage } from './fake-fc-list.ts'
import type { FakeFault, MutableResponse, Request, Row, State } from './fake-fc-types.ts'

/** Handles the requests of one server. `state` contains the resources. */
export function createFakeApi(state: State, fault: FakeFault): (request: Request) => MutableResponse {
  const codes = new Map<string, Uint8Array>()
  const numbers = new Map<string, number>()
  const prints = new Map<string, string>()
  let clock = Date.parse('2024-05-06T07:08:09.000Z')
  let count = 0

  return (request) => {
    if (request.path.startsWith('/code/')) {
      const bytes = codes.get(request.path.slice('/code/'.length))
      return bytes ? { status: 200, headers: {}, body: undefined, raw: bytes } : refuse('FunctionNotFound')
    }
    const parts = request.path.split('/').slice(1).map(decodeURIComponent)
    const resolved = resolve(parts[1] ?? '')
    if (resolved.refusal) return resolved.refusal
    if (parts[1] !== undefined) parts[1] = resolved.service
    return route(request, parts)
  }

  function route(request: Request, parts: readonly string[]): MutableResponse {
    const { method } = request
    const last = parts.at(-1)
    const isAction = last === 'code' || last === 'invocations'
    const kind = fakeKinds.find(({ segment }) => segment === (parts.length % 2 === 1 ? last : parts.at(-2)))
    if ((!kind && !isAction) || parts[0] !== 'services') return refuse('PathNotSupported')
    const missing = findMissingParent(parts)
    if (missing) return refuse(missing)
    const key = `/${parts.join('/')}`
    if (method === 'GET' && last === 'code') return returnCode(request, key)
    if (method === 'POST' && last === 'invocations') return invoke(request)
    if (!kind) return refuse('PathNotSupported')
    if (parts.length % 2 === 1) {
      if (method === 'POST') return kind.segment === 'versions' ? publish(request, key) : create(request, kind, key)
      return method === 'GET' ? list(request, kind, key) : refuse('PathNotSupported')
    }
    const row = state.get(key)
    if (!row) return refuse(kind.missing)
    if (method === 'GET') return response(row)
    const tag = request.headers['if-match']
    if (tag !== undefined && tag !== toTag(row) && kind.segment !== 'versions') return refuse('PreconditionFailed')
    if (method === 'PUT') return update(request, kind, key, row)
    return method === 'DELETE' ? remove(kind, key) : refuse('PathNotSupported')
  }

  /** `name`, or `name.qualifier`: the key of the selected version. */
  function resolve(text: string): { readonly service: string; readonly refusal?: MutableResponse } {
    const [name = '', qualifier] = text.split('.')
    if (qualifier === undefined || qualifier === 'LATEST') return { service: name }
    const service = `/services/${name}`
    if (!state.has(service)) return { service: name, refusal: refuse('ServiceNotFound') }
    const alias = state.get(`${service}/aliases/${qualifier}`)
    const id = alias ? String(alias.versionId) : qualifier
    const isThere = state.has(`${service}.${id}`)
    const missing = /^\d+$/.test(id) ? 'VersionNotFound' : 'AliasNotFound'
    return { service: `${name}.${id}`, ...(!isThere && { refusal: refuse(missing) }) }
  }

  function findMissingParent(parts: readonly string[]): Code | undefined {
    for (let depth = 2; depth < parts.length; depth += 2) {
      const kind = fakeKinds.find(({ segment }) => segment === parts[depth - 2])
      if (kind && !state.has(`/${parts.slice(0, depth).join('/')}`)) return kind.missing
    }
    return undefined
  }

  function now(): string {
    clock += 1000
    return new Date(clock).toISOString().replace('Z', '+0000')
  }

  /** The body of a request, or the error for an invalid body. */
  function readBody(request: Request, schema: FakeKind['create']): Row | undefined {
    const body = parse(request.body)
    if (body === undefined) return undefined
    return fault.validates === false || schema.safeParse(body).success ? body : undefined
  }

  /**
   * Fields as they are stored: code as size and checksum, the version under one name. Undefined if the version does not
   * exist.
   */
  function toStored(kind: FakeKind, key: string, body: Row): Row | undefined {
    if (kind.segment === 'aliases') {
      const { versionID, versionId = versionID, ...fields } = body
      const [, service = ''] = /^(\/services\/[^/]+)\//.exec(key) ?? []
      if (versionId === undefined) return fields
      return state.has(`${service}/versions/${versionId}`) ? { ...fields, versionId } : undefined
    }
    const { code, ...fields } = body
    if (kind.segment !== 'functions' || code === undefined) return fields
    const bytes = Buffer.from(String((code as Row).zipFile ?? ''), 'base64') // the schema says that code is an object
    const codeChecksum = toCrc64(bytes)
    codes.set(codeChecksum, bytes)
    return { ...fields, codeSize: bytes.length, codeChecksum }
  }

  function create(request: Request, kind: FakeKind, collection: string): MutableResponse {
    const body = readBody(request, kind.create)
    if (!body) return refuse('InvalidArgument')
    const key = `${collection}/${String(body[kind.name])}`
    const fields = toStored(kind, key, body)
    if (!fields) return refuse('VersionNotFound')
    if (state.has(key) && !fault.overwrites) return refuse(kind.exists)
    count += 1
    const time = now()
    const row: Row = {
      ...(kind.segment === 'functions' && { memorySize: 128, timeout: 3 }),
      ...fields,
      ...(kind.id && { [kind.id]: `id-${count}` }),
      createdTime: time,
      lastModifiedTime: time,
    }
    fault.store?.(row)
    state.delete(key)
    state.set(key, row)
    return response(row)
  }

  function update(request: Request, kind: FakeKind, key: string, row: Row): MutableResponse {
    const body = kind.update && readBody(request, kind.update)
    if (!body) return refuse('InvalidArgument')
    const fields = toStored(kind, key, body)
    if (!fields) return refuse('VersionNotFound')
    const { createdTime } = row
    const fixed = [kind.name, ...(kind.id ? [kind.id] : []), ...(kind.fixed ?? [])].map((field) => [field, row[field]])
    const changed = { ...row, ...fields, ...Object.fromEntries(fixed), createdTime, lastModifiedTime: now() }
    state.set(key, changed)
    return response(changed)
  }

  function remove(kind: FakeKind, key: string): MutableResponse {
    const below = [...state.keys()].filter((item) => item.startsWith(`${key}/`))
    const isKept = below.some((item) => !item.startsWith(`${key}/aliases/`))
    if (kind.notEmpty && isKept && !fault.orphans) return refuse(kind.notEmpty)
    const done: MutableResponse = { status: 204, headers: {}, body: undefined }
    if (fault.keeps) return done
    const snapshot = key.replace('/versions/', '.')
    const gone = [...state.keys()].filter((item) => item === snapshot || item.startsWith(`${snapshot}/`))
    for (const item of [key, ...below, ...gone]) state.delete(item)
    if (kind.segment === 'services') numbers.delete(key)
    return done
  }

  function publish(request: Request, collection: string): MutableResponse {
    const body = request.body === '' ? {} : readBody(request, api.operations.publishVersion.body.schema)
    if (!body) return refuse('InvalidArgument')
    const service = collection.replace(/\/versions$/, '')
    const tag = request.headers['if-match']
    if (tag !== undefined && tag !== toTag(state.get(service) ?? {})) return refuse('PreconditionFailed')
    const own = [...state].filter(([key]) => {
      return key === service || (key.startsWith(`${service}/functions/`) && !key.includes('/triggers/'))
    })
    const print = JSON.stringify(own)
    const newest = [...state.keys()].filter((key) => key.startsWith(`${collection}/`)).at(-1)
    if (newest && prints.get(newest) === print && !fault.republishes) return refuse('VersionPublishError')
    const number = (numbers.get(service) ?? 0) + 1
    numbers.set(service, number)
    const time = now()
    const row: Row = { ...body, versionId: String(number), createdTime: time, lastModifiedTime: time }
    for (const [key, value] of own) state.set(key.replace(service, `${service}.${number}`), { ...value })
    state.set(`${collection}/${number}`, row)
    prints.set(`${collection}/${number}`, print)
    return response(row)
  }

  function list(request: Request, kind: FakeKind, collection: string): MutableResponse {
    const rows = [...state].flatMap(([key, row]) => {
      const name = key.startsWith(`${collection}/`) ? key.slice(collection.length + 1) : ''
      const isEntry = name !== '' && !name.includes('/') && !name.includes('.')
      return isEntry ? [{ name, row }] : []
    })
    const page = toPage(rows, request.query, kind.segment === 'versions', fault.descends)
    if (!page) return refuse('InvalidArgument')
    const { items, nextToken } = page
    const body = { [kind.segment]: items, ...(nextToken !== undefined && { nextToken }) }
    return { status: 200, headers: {}, body }
  }

  function returnCode(request: Request, key: string): MutableResponse {
    const { codeChecksum } = state.get(key.replace(/\/code$/, '')) ?? {}
    const body = { checksum: codeChecksum, url: `${request.origin}/code/${codeChecksum}` }
    return { status: 200, headers: {}, body }
  }
}

/** Every function returns the event. */
function invoke(request: Request): MutableResponse {
  const type = request.headers['x-fc-invocation-type'] ?? 'Sync'
  if (type === 'Async') return { status: 202, headers: {}, body: undefined }
  if (type !== 'Sync') return refuse('InvalidArgument')
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: undefined, raw: request.body }
}

function parse(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined
  } catch {
    return undefined
  }
}

function toTag(row: Row): string {
  return `tag-${toCrc64(Buffer.from(JSON.stringify(row)))}`
}

function response(row: Row): MutableResponse {
  return { status: 200, headers: { ETag: toTag(row) }, body: { ...row } }
}

/** The error with this code and its documented status. */
export function refuse(code: Code): MutableResponse {
  const { status, message } = api.errors[code]
  return { status, headers: {}, body: { ErrorCode: code, ErrorMessage: message } }
}
