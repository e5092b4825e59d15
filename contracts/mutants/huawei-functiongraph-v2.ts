import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { toCommonMutants } from './common.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { type JsonObject, readObject } from './response.ts'
import { toBase64Size } from './values.ts'

const {
  mapResponseField,
  dropRequestFields,
  replaceErrorByCode,
  rejectBodies,
  renumberField,
  mapErrorBody,
  mapRequestBody,
} = createEdits(api)
const [config, code] = ['UpdateFunctionConfig', 'UpdateFunctionCode'] as const
const archive = ['size-and-digest-match-the-archive']

/** All mutants of FunctionGraph v2. */
export const huaweiFunctionGraphV2Mutants: readonly Mutant[] = [
  ...toCommonMutants(api, [
    { operation: config, text: 'description', number: 'memory_size' },
    { operation: code, text: 'code_filename', number: 'code_size', isSetByServer: true },
  ]),
  define(
    'B44',
    code,
    'returns the size of the base64 text',
    archive,
    mapResponseField(code, 'code_size', toBase64Size),
  ),
  define(
    'B44',
    code,
    'returns the same digest for all code',
    archive,
    mapResponseField(code, 'digest', () => '0'.repeat(128)),
    {
      as: 'digest',
    },
  ),
  define(
    'B44',
    config,
    'returns the same cpu for every memory_size',
    ['cpu-grows-with-memory'],
    mapResponseField(config, 'cpu', () => 300),
  ),
  ...[config, code].flatMap((operation) => [
    define(
      'B10',
      operation,
      'returns an invalid last_modified',
      ['response-has-time-of-change'],
      mapResponseField(operation, 'last_modified', () => 'today'),
    ),
    define(
      'T30',
      operation,
      'returns the URN of another function',
      ['response-matches-the-urn'],
      mapResponseField(operation, 'func_urn', (urn) => String(urn).replace(/:pooled/, ':other')),
    ),
    define(
      'S12',
      operation,
      'returns FSS.1052 (version) for a missing function',
      ['missing-function-is-rejected'],
      replaceErrorByCode(operation, 'FSS.1051', 'FSS.1052'),
    ),
    define(
      'E08',
      operation,
      'returns errors with an empty message',
      ['error-names-the-reason'],
      mapErrorBody(operation, (body) => ({ ...body, error_msg: '' })),
    ),
  ]),
  define(
    'E03',
    config,
    'returns FSS.1075 for too many user data entries',
    ['more-than-20-user-data-items-are-rejected'],
    replaceErrorByCode(config, 'FSS.1017', 'FSS.1075'),
  ),
  define(
    'T09',
    config,
    'does not store the description',
    ['description-is-returned-as-set'],
    dropRequestFields(config, 'description'),
  ),
  define(
    'T09',
    config,
    'does not store strategy_config',
    ['strategy_config-is-returned-as-set'],
    dropRequestFields(config, 'strategy_config'),
    {
      as: 'strategy',
    },
  ),
  define('T14', config, 'returns a new id in every response', ['ids-are-stable'], renumberField(config, 'func_id')),
  define(
    'T42',
    code,
    'returns different code than was sent',
    ['sent-code-is-returned'],
    mapResponseField(code, 'func_code', () => ({ file: 'bm90aGluZw==', link: '' })),
  ),
  define(
    'V04',
    config,
    'accepts a timeout below the minimum',
    ['rejects-timeout-minimum-2'],
    mapRequestBody(config, (body) => (body.timeout === 2 ? { ...body, timeout: 3 } : undefined)),
  ),
  define(
    'V05',
    config,
    'accepts memory_size above the maximum',
    ['rejects-memory_size-maximum-4097'],
    mapRequestBody(config, (body) => (body.memory_size === 4097 ? { ...body, memory_size: 4096 } : undefined)),
  ),
  define(
    'V05',
    config,
    'accepts 21 user data entries',
    ['more-than-20-user-data-items-are-rejected'],
    mapRequestBody(config, ({ user_data, ...rest }) => {
      const entries = Object.entries(readObject({ body: Buffer.from(String(user_data)) }) ?? {})
      return entries.length > 20
        ? { ...rest, user_data: JSON.stringify(Object.fromEntries(entries.slice(0, 20))) }
        : undefined
    }),
    { as: 'user-data' },
  ),
  define(
    'V06',
    config,
    'replaces a handler that is too long',
    ['rejects-handler-maxLength-129-characters'],
    mapRequestBody(config, (body) =>
      String(body.handler).length > 128 ? { ...body, handler: 'index.handler' } : undefined,
    ),
  ),
  define(
    'V08',
    config,
    'accepts an invalid initializer_handler',
    ['rejects-initializer_handler-pattern-!!!'],
    mapRequestBody(config, (body) =>
      body.initializer_handler === '!!!' ? { ...body, initializer_handler: 'a.b' } : undefined,
    ),
  ),
  define(
    'V09',
    code,
    'accepts a code_type in upper case',
    ['rejects-code_type-enum-INLINE'],
    mapRequestBody(code, (body) => (body.code_type === 'INLINE' ? { ...body, code_type: 'inline' } : undefined)),
  ),
  define(
    'V27',
    code,
    'accepts zip code without code_filename',
    [/rejects-body-code_filename-is-required.*-zip$/],
    mapRequestBody(code, (body) => addForCodeType(body, 'zip', { code_filename: 'index.zip' })),
  ),
  define(
    'V27',
    code,
    'accepts obs code without code_url',
    [/rejects-body-code_url-is-required/],
    mapRequestBody(code, (body) => addForCodeType(body, 'obs', { code_url: 'https://demo.obs.example/code.zip' })),
    { as: 'url' },
  ),
  define(
    'V23',
    config,
    'rejects the minimum timeout',
    ['accepts-timeout-minimum-3'],
    rejectBodies(config, ({ timeout }) => timeout === 3),
  ),
  define(
    'V23',
    config,
    'rejects the maximum pre_stop_timeout',
    ['accepts-pre_stop_timeout-maximum-90'],
    rejectBodies(config, ({ pre_stop_timeout }) => pre_stop_timeout === 90),
    { as: 'pre-stop' },
  ),
]

/** Adds the fields that this code type requires. */
function addForCodeType(body: JsonObject, type: string, fields: JsonObject): JsonObject | undefined {
  return body.code_type === type ? { ...fields, ...body } : undefined
}
