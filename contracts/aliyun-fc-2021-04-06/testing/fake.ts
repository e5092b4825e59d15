import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCrc64 } from '../../../schemas/core/lib/crc64.ts'
import {
  type FakeRequest,
  type FakeResponse,
  parseRow,
  type Row,
  type ServerFault,
  startFakeServer,
} from '../../testing/fake-server.ts'

const { createFunction, updateFunction } = api.operations

/** A small server of FC 2021-04-06 with the service `demo`, written for tests from the sources 003 and 000. */
export async function startFakeFc2021(fault: ServerFault = {}) {
  const state = new Map<string, Row>()
  let clock = Date.parse('2024-05-06T07:08:09.000Z')
  let count = 0

  const refuse = (code: keyof typeof api.errors): FakeResponse => {
    count += 1
    const { status, message } = api.errors[code]
    const RequestId = `request-${count}`
    return { status, headers: { 'X-Fc-Request-Id': RequestId }, body: { Code: code, Message: message, RequestId } }
  }
  const response = (row: Row): FakeResponse => {
    count += 1
    return { status: 200, headers: { ETag: toTag(row), 'X-Fc-Request-Id': `request-${count}` }, body: { ...row } }
  }
  const now = () => {
    clock += 1000
    return new Date(clock).toISOString().replace('Z', '+0000')
  }
  /** The stored fields of a body, with size and checksum of its code. `undefined` if the body is invalid. */
  const readFields = (
    { body }: FakeRequest,
    schema: typeof createFunction.body.schema | typeof updateFunction.body.schema,
  ) => {
    const row = parseRow(body)
    if (!row) return undefined
    const parsed = schema.safeParse(row)
    if (!parsed.success && fault.validates !== false) return undefined
    const { code, InstanceConcurrency, ...fields }: Row = parsed.success ? { ...parsed.data } : row
    const zipFile = Object(code).zipFile as unknown // any form, because it is not validated
    const bytes = Buffer.from(typeof zipFile === 'string' ? zipFile : '', 'base64')
    return {
      ...fields,
      ...(InstanceConcurrency !== undefined && { instanceConcurrency: InstanceConcurrency }),
      ...(code !== undefined && { codeSize: bytes.length, codeChecksum: toCrc64(bytes) }),
    }
  }
  const isAbove = ({ instanceSoftConcurrency: soft, instanceConcurrency: hard }: Row) =>
    fault.validates !== false && typeof soft === 'number' && typeof hard === 'number' && soft > hard

  function create(request: FakeRequest, service: string): FakeResponse {
    if (service !== 'demo') return refuse('ServiceNotFound')
    const fields = readFields(request, createFunction.body.schema)
    if (!fields) return refuse('InvalidArgument')
    const key = `${service}/${String((fields as Row).functionName)}`
    if (state.has(key)) return refuse('FunctionAlreadyExists')
    const time = now()
    const own = { functionId: `id-${count}`, createdTime: time, lastModifiedTime: time }
    const row: Row = { memorySize: 128, codeSize: 0, codeChecksum: '0', ...fields, ...own }
    state.set(key, row)
    return response(row)
  }

  function update(request: FakeRequest, service: string, name: string): FakeResponse {
    if (service !== 'demo') return refuse('ServiceNotFound')
    const key = `${service}/${name}`
    const before = state.get(key)
    if (!before) return refuse('FunctionNotFound')
    const tag = request.headers['if-match']
    if (tag !== undefined && tag.replaceAll('"', '') !== toTag(before)) return refuse('PreconditionFailed')
    const fields = readFields(request, updateFunction.body.schema)
    if (!fields) return refuse('InvalidArgument')
    const { functionId, functionName, createdTime } = before
    const row = { ...before, ...fields, functionId, functionName, createdTime, lastModifiedTime: now() }
    if (isAbove(row)) return refuse('InvalidArgument')
    state.set(key, row)
    return response(row)
  }

  return await startFakeServer(state, fault, (request) => {
    const [, version, , service = '', , name] = request.path.split('/').map(decodeURIComponent)
    const isFunctions = /^\/[^/]+\/services\/[^/]+\/functions(\/[^/]+)?$/.test(request.path)
    if (isFunctions && version === '2016-08-15' && request.method === 'DELETE') {
      return { status: state.delete(`${service}/${name}`) ? 204 : 404, headers: {}, body: undefined, raw: '' }
    }
    // The service exists already.
    if (request.path === '/2016-08-15/services') return { status: 409, headers: {}, body: {} }
    if (isFunctions && name === undefined && request.method === 'POST') return create(request, service)
    if (isFunctions && name !== undefined && request.method === 'PUT') return update(request, service, name)
    return refuse('PathNotSupported')
  })
}

function toTag({ lastModifiedTime: _, ...row }: Row): string {
  return `tag-${toCrc64(Buffer.from(JSON.stringify(row)))}`
}
