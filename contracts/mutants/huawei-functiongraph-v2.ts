import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { type Row, readRow } from './response.ts'
import { toCommonMutants } from './common.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { toBase64Size } from './values.ts'

const { returning, dropFields, replaceErrorCodeOf, refusing, renumbering, replaceErrorBody, taking } = createEdits(api)
const [config, code] = ['UpdateFunctionConfig', 'UpdateFunctionCode'] as const
const archive = ['size-and-digest-match-the-archive']

/** Servers of FunctionGraph v2 that break one rule each. */
export const huaweiFunctionGraphV2Mutants: readonly Mutant[] = [
  ...toCommonMutants(api, [
    { operation: config, text: 'description', number: 'memory_size' },
    { operation: code, text: 'code_filename', number: 'code_size', isOwn: true },
  ]),
  define('B44', code, 'measures the base64 text', archive, returning(code, 'code_size', toBase64Size)),
  define(
    'B44',
    code,
    'returns one digest for all code',
    archive,
    returning(code, 'digest', () => '0'.repeat(128)),
    {
      as: 'digest',
    },
  ),
  define(
    'B44',
    config,
    'returns one cpu for all memory',
    ['cpu-grows-with-memory'],
    returning(config, 'cpu', () => 300),
  ),
  ...[config, code].flatMap((operation) => [
    define(
      'B10',
      operation,
      'returns no time',
      ['response-has-time-of-change'],
      returning(operation, 'last_modified', () => 'today'),
    ),
    define(
      'T30',
      operation,
      'returns the URN of another function',
      ['response-matches-the-urn'],
      returning(operation, 'func_urn', (urn) => String(urn).replace(/:pooled/, ':other')),
    ),
    define(
      'S12',
      operation,
      'says that the version is missing where the function is',
      ['missing-function-is-rejected'],
      replaceErrorCodeOf(operation, 'FSS.1051', 'FSS.1052'),
    ),
    define(
      'E08',
      operation,
      'gives no reason with an error',
      ['error-names-the-reason'],
      replaceErrorBody(operation, (body) => ({ ...body, error_msg: '' })),
    ),
  ]),
  define(
    'E03',
    config,
    'returns the code of another cause for user data',
    ['more-than-20-user-data-items-are-rejected'],
    replaceErrorCodeOf(config, 'FSS.1017', 'FSS.1075'),
  ),
  define(
    'T09',
    config,
    'ignores the description',
    ['description-is-returned-as-set'],
    dropFields(config, 'description'),
  ),
  define(
    'T09',
    config,
    'ignores the strategy',
    ['strategy_config-is-returned-as-set'],
    dropFields(config, 'strategy_config'),
    {
      as: 'strategy',
    },
  ),
  define('T14', config, 'returns another id each time', ['ids-are-stable'], renumbering(config, 'func_id')),
  define(
    'T42',
    code,
    'returns other code than was sent',
    ['sent-code-is-returned'],
    returning(code, 'func_code', () => ({ file: 'bm90aGluZw==', link: '' })),
  ),
  define(
    'V04',
    config,
    'takes a time below the shortest',
    ['rejects-timeout-minimum-2'],
    taking(config, (body) => (body.timeout === 2 ? { ...body, timeout: 3 } : undefined)),
  ),
  define(
    'V05',
    config,
    'takes more memory than there is',
    ['rejects-memory_size-maximum-4097'],
    taking(config, (body) => (body.memory_size === 4097 ? { ...body, memory_size: 4096 } : undefined)),
  ),
  define(
    'V05',
    config,
    'takes 21 entries of user data',
    ['more-than-20-user-data-items-are-rejected'],
    taking(config, ({ user_data, ...rest }) => {
      const entries = Object.entries(readRow({ body: Buffer.from(String(user_data)) }) ?? {})
      return entries.length > 20
        ? { ...rest, user_data: JSON.stringify(Object.fromEntries(entries.slice(0, 20))) }
        : undefined
    }),
    { as: 'entries' },
  ),
  define(
    'V06',
    config,
    'cuts a handler that is too long',
    ['rejects-handler-maxLength-129-characters'],
    taking(config, (body) => (String(body.handler).length > 128 ? { ...body, handler: 'index.handler' } : undefined)),
  ),
  define(
    'V08',
    config,
    'takes any text for a handler',
    ['rejects-initializer_handler-pattern-!!!'],
    taking(config, (body) =>
      body.initializer_handler === '!!!' ? { ...body, initializer_handler: 'a.b' } : undefined,
    ),
  ),
  define(
    'V09',
    code,
    'takes a kind of code in capitals',
    ['rejects-code_type-enum-INLINE'],
    taking(code, (body) => (body.code_type === 'INLINE' ? { ...body, code_type: 'inline' } : undefined)),
  ),
  define(
    'V27',
    code,
    'needs no name of an archive',
    [/rejects-body-code_filename-is-required.*-zip$/],
    taking(code, (body) => requiring(body, 'zip', { code_filename: 'index.zip' })),
  ),
  define(
    'V27',
    code,
    'needs no address of code in a bucket',
    [/rejects-body-code_url-is-required/],
    taking(code, (body) => requiring(body, 'obs', { code_url: 'https://demo.obs.example/code.zip' })),
    { as: 'address' },
  ),
  define(
    'V23',
    config,
    'refuses the shortest time',
    ['accepts-timeout-minimum-3'],
    refusing(config, ({ timeout }) => timeout === 3),
  ),
  define(
    'V23',
    config,
    'refuses the longest pause before a stop',
    ['accepts-pre_stop_timeout-maximum-90'],
    refusing(config, ({ pre_stop_timeout }) => pre_stop_timeout === 90),
    { as: 'pause' },
  ),
]

/** Fills in what a kind of code requires. */
function requiring(body: Row, type: string, fields: Row): Row | undefined {
  return body.code_type === type ? { ...fields, ...body } : undefined
}
