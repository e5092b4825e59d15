import { readFile } from 'node:fs/promises'
import { parseJson } from '../../schemas/core/lib/json.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { UpdateFunctionConfigRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-config-request.ts'
import { fail, isSame } from '../core/assertions/expect.ts'
import {
  isObject,
  isSuccess,
  type JsonObject,
  readObject,
  toStatusSymptom,
  toStatusText,
} from '../core/assertions/expect-response.ts'
import type { Send } from '../core/cleanup/cleanup-log.ts'
import type { PooledFixture } from '../core/fixtures/fixture-pool.ts'
import type { Fixtures } from '../core/fixtures/fixtures.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { toExchangeRecord } from '../core/http/exchange-record.ts'
import { SetupError } from '../core/signals.ts'
import { toLeastSettings, toPath } from './fixtures.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

/**
 * A function of the fixture. A change of settings returns its visible state, which is restored and compared after each
 * check. Code can be restored from OBS, or from the file of the fixture codeFile.
 */
export const pooledFixture: PooledFixture = {
  fixture: 'functionUrn',
  operation: updateFunctionConfig,
  async read(urn, send, supplied) {
    const changed = await send(updateFunctionConfig, { path: toPath(urn), body: toLeastSettings(urn, supplied) })
    // The operation is not implemented.
    if (changed.response.status === 501) {
      const blame = { operation: updateFunctionConfig.id, clause: `${toCitation(updateFunctionConfig.source)} 200` }
      const symptom = toStatusSymptom(api, changed)
      fail(blame, { expected: 'status 200', actual: toStatusText(api, changed), symptom }, changed)
    }
    return toResponse(urn, changed)
  },
  toSecrets: ({ user_data, encrypted_user_data }) => [user_data, encrypted_user_data].flatMap(toUserDataSecrets),
  async restore(urn, before, send, supplied) {
    const settings = toRequest(before)
    let now = await change(urn, send, supplied, settings)
    // A request can replace the name of the file, but not remove it.
    const hadName = before.code_filename !== undefined
    const hasOtherName = hadName && now.code_filename !== before.code_filename
    if (now.digest !== before.digest || now.code_url !== before.code_url || hasOtherName) {
      const isBack = await putCodeBack(urn, before, send, supplied)
      if (isBack) now = await change(urn, send, supplied, settings)
    }
    const added = Object.fromEntries(
      findDifferent(before, now).flatMap((field) => {
        const [name, value] = (before[field] === undefined && neutral[field]) || []
        return name === undefined || isSame(now[field], value) ? [] : [[name, value]]
      }),
    )
    if (Object.keys(added).length > 0) now = await change(urn, send, supplied, { ...settings, ...added })
    const different = findDifferent(before, now)
    const isCode = (field: string) => (field === 'code_filename' ? hadName : codeFields.includes(field))
    const code = different.filter(isCode)
    const others = different.filter((field) => !isCode(field))
    return [
      ...(others.length > 0 ? [`not as before, and no request takes it away: ${others.join(', ')}`] : []),
      ...(code.length > 0
        ? [`not the code of before (${code.join(', ')}); the fixture codeFile names what to put back`]
        : []),
    ]
  },
}

/** Changes settings and returns the state of the function. */
async function change(urn: string, send: Send, supplied: Fixtures, fields: JsonObject): Promise<JsonObject> {
  const body = { ...toLeastSettings(urn, supplied), ...fields }
  return toResponse(urn, await send(updateFunctionConfig, { path: toPath(urn), body }))
}

function toResponse(urn: string, changed: Exchange): JsonObject {
  if (isSuccess(changed.response.status)) return readObject(changed)
  const reason = `${updateFunctionConfig.id} of ${urn} returns ${toStatusText(api, changed)}`
  // The fixture may name a function that does not exist.
  const isMissing = changed.response.status === 404
  throw new SetupError(reason, toExchangeRecord(changed), isMissing ? undefined : toStatusSymptom(api, changed))
}

/**
 * The fields of a response that a request can contain, without encrypted values, which a response may show in another
 * form. The ids of the logs have other names in requests (D16).
 */
function toRequest(result: JsonObject): JsonObject {
  const { log_group_id, log_stream_id } = result
  const isKnown = (field: string) => field in UpdateFunctionConfigRequest.shape && field !== 'encrypted_user_data'
  const hasLogs = log_group_id !== undefined || log_stream_id !== undefined
  return {
    ...Object.fromEntries(
      Object.entries(result).filter(([field, value]) => isKnown(field) && !isAbsentHandler(field, value)),
    ),
    ...(hasLogs && { log_config: { group_id: log_group_id, stream_id: log_stream_id } }),
  }
}

/** An absent handler may be returned as an empty string, which no request can contain. */
function isAbsentHandler(field: string, value: unknown): boolean {
  return field.endsWith('_handler') && value === ''
}

async function putCodeBack(urn: string, before: JsonObject, send: Send, supplied: Fixtures): Promise<boolean> {
  const { code_type, code_filename, code_url } = before
  const file = supplied.codeFile?.[0]
  const named = { code_type, ...(code_filename !== undefined && { code_filename }) }
  if (code_type !== 'obs' && file === undefined) return false
  const body =
    code_type === 'obs'
      ? { ...named, code_url }
      : { ...named, func_code: { file: (await readFile(file ?? '')).toString('base64') } }
  return isSuccess((await send(updateFunctionCode, { path: toPath(urn), body })).response.status)
}

/** The whole text and its values. A short value would also be found in other texts. */
function toUserDataSecrets(text: unknown): readonly string[] {
  if (typeof text !== 'string') return []
  const value = parseJson(text)
  const values = isObject(value) ? Object.values(value) : []
  return [text, ...values.filter((inner) => typeof inner === 'string')].filter((secret) => secret.length >= 8)
}

const codeFields: readonly string[] = ['code_type', 'code_url', 'code_size', 'digest']

/** The values that replace fields which were absent before, because a request cannot remove a field. */
const neutral: Readonly<Record<string, readonly [field: string, value: unknown]>> = {
  user_data: ['user_data', ''],
  encrypted_user_data: ['encrypted_user_data', ''],
  xrole: ['xrole', ''],
  app_xrole: ['app_xrole', ''],
  description: ['description', ''],
  domain_names: ['domain_names', ''],
  custom_image: ['custom_image', { enabled: false }],
  ephemeral_storage: ['ephemeral_storage', 512],
  is_stateful_function: ['is_stateful_function', false],
  enable_dynamic_memory: ['enable_dynamic_memory', false],
  enable_auth_in_header: ['enable_auth_in_header', false],
  initializer_handler: ['initializer_handler', 'index.initializer'],
  initializer_timeout: ['initializer_timeout', 30],
  pre_stop_handler: ['pre_stop_handler', 'index.stop'],
  pre_stop_timeout: ['pre_stop_timeout', 10],
  log_group_id: ['log_config', { group_id: '', stream_id: '' }],
  log_stream_id: ['log_config', { group_id: '', stream_id: '' }],
}

/** Fields that differ in every response, and fields of other operations. */
const unseen: readonly string[] = ['last_modified', 'image_name', 'dependencies']

function findDifferent(before: JsonObject, now: JsonObject): readonly string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((field) => !unseen.includes(field))
  return fields.filter(
    (field) => !isSame(before[field], now[field]) && !(isEmpty(before[field]) && isEmpty(now[field])),
  )
}

/** An empty or false field counts as absent. */
function isEmpty(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
}
