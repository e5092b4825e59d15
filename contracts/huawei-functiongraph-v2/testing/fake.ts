import { createHash } from 'node:crypto'
import { huaweiFunctionGraphV2 as api } from '../../../schemas/huawei-functiongraph-v2/api.ts'
import {
  type FakeRequest,
  type FakeResponse,
  parseRow,
  type Row,
  type ServerFault,
  startFakeServer,
} from '../../testing/fake-server.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

/** The function that the fake has. */
export const urn = 'urn:fss:region-1:project-1:function:default:pooled'

/** Settings that no response shows (D16). */
const unshown = [
  'extend_config',
  'log_config',
  'network_controller',
  'restore_hook_handler',
  'restore_hook_timeout',
  'heartbeat_handler',
  'enable_class_isolation',
]

/** A small server of FunctionGraph v2 with one function, written for tests from the sources 001 and 002. */
export async function startFakeFunctionGraph(fault: ServerFault = {}) {
  const state = new Map<string, Row>([[urn, { ...toCode('zip', 'UEs=', 'index.zip'), func_id: 'id-1' }]])
  let clock = Date.parse('2024-05-06T07:08:09Z')
  let count = 0

  const toHeaders = () => {
    count += 1
    return { 'X-Request-Id': `request-${count}` }
  }
  const refuse = (code: keyof typeof api.errors): FakeResponse => ({
    status: api.errors[code].status,
    headers: toHeaders(),
    body: { error_code: code, error_msg: api.errors[code].message },
  })
  const response = (row: Row, isCode: boolean): FakeResponse => {
    clock += 1000
    const last_modified = new Date(clock).toISOString().slice(0, 19).replace('T', ' ')
    return { status: 200, headers: toHeaders(), body: { ...toShown(row, isCode), last_modified } }
  }
  const readBody = (request: FakeRequest, isCode: boolean): Row | undefined => {
    const row = parseRow(request.body)
    const { schema } = (isCode ? updateFunctionCode : updateFunctionConfig).body
    return row && (fault.validates === false || schema.safeParse(row).success) ? row : undefined
  }

  return await startFakeServer(state, fault, (request) => {
    const [, , project = '', , , name = '', what] = request.path.split('/').map(decodeURIComponent)
    const parts = /^(urn:fss:[^:]+:([^:]+):function:[^:]+:[^:]+)(?::(.+))?$/.exec(name)
    if (request.method !== 'PUT' || !['config', 'code'].includes(what ?? '')) return refuse('FSS.0400')
    if (!parts) return refuse('FSS.0400')
    const [, key = '', owner, version = 'latest'] = parts
    if (owner !== project) return refuse('FSS.0403')
    const before = state.get(key)
    if (!before) return refuse('FSS.1051')
    if (version !== 'latest') return refuse('FSS.1052')
    const isCode = what === 'code'
    const body = readBody(request, isCode)
    if (!body) return refuse('FSS.0400')
    const wrong = fault.validates === false ? undefined : isCode ? findBadCode(body) : findBadData(body)
    if (wrong) return refuse(wrong)
    const row = { ...before, ...(isCode ? toCodeOf(body) : body) }
    state.set(key, row)
    return response(row, isCode)
  })
}

function findBadData({ user_data }: Row): 'FSS.1009' | 'FSS.1017' | 'FSS.1018' | undefined {
  if (user_data === undefined || user_data === '') return undefined
  const entries = parseRow(String(user_data))
  if (!entries) return 'FSS.1009'
  if (Object.keys(entries).length > 20) return 'FSS.1017'
  return String(user_data).length > 4096 ? 'FSS.1018' : undefined
}

function findBadCode({ code_type, func_code }: Row): 'FSS.1011' | 'FSS.1072' | undefined {
  const file = String(Object(func_code).file ?? '') // any object
  if (code_type === 'obs' || file === '') return undefined
  const bytes = Buffer.from(file, 'base64')
  if (bytes.toString('base64') !== file) return 'FSS.1011'
  if (code_type === 'inline') return bytes.length > 10 * 1024 ? 'FSS.1072' : undefined
  return bytes.subarray(0, 2).toString() === 'PK' ? undefined : 'FSS.1011'
}

function toCodeOf({ code_type, code_url, code_filename, func_code, depend_version_list }: Row): Row {
  const file = Object(func_code).file as unknown // any form where nothing is validated
  return {
    ...toCode(code_type, typeof file === 'string' ? file : '', code_filename),
    code_url: code_type === 'obs' ? code_url : undefined,
    ...(depend_version_list !== undefined && { depend_version_list }),
  }
}

function toCode(code_type: unknown, file: string, code_filename: unknown): Row {
  const bytes = Buffer.from(file, 'base64')
  const digest = createHash('sha512').update(bytes).digest('hex')
  return { code_type, code_filename, code_size: bytes.length, digest, func_code: { file, link: '' } }
}

function toShown(row: Row, isCode: boolean): Row {
  const [, , , project, , group, name] = urn.split(':')
  const { runtime, strategy_config, func_code, depend_version_list, ...others } = row
  const { code_type, code_url, code_filename, code_size, digest } = others
  const identity = { func_urn: isCode ? `${urn}:latest` : urn, func_name: name }
  if (isCode) {
    const code = { code_type, code_url, code_filename, code_size, digest, func_code, depend_version_list }
    return { ...identity, runtime, strategy_config, ...code }
  }
  const logs = Object(row.log_config) as Row // an object, or nothing
  return {
    ...Object.fromEntries(Object.entries(others).filter(([field]) => !unshown.includes(field))),
    ...toUserIds(row.mount_config),
    ...identity,
    runtime,
    strategy_config,
    namespace: project,
    package: group,
    cpu: (Number(row.memory_size) / 128) * 100 + 200,
    version: 'latest',
    resource_id: `id-1:${name}`,
    log_group_id: logs.group_id,
    log_stream_id: logs.stream_id,
  }
}

/** Requests may have strings, responses have numbers (D5). */
function toUserIds(mount: unknown): Row {
  const config = Object(mount) as Row // an object, or nothing
  const user = config.mount_user as Row | undefined
  if (!user) return {}
  const mount_user = { user_id: Number(user.user_id), user_group_id: Number(user.user_group_id) }
  return { mount_config: { ...config, mount_user } }
}
