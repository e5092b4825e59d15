import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { readRow, setHeader, setJson } from './response.ts'
import { withoutHeader } from './changes.ts'
import { toCommonMutants } from './common.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { toBase64Size, toZoneless } from './values.ts'

const {
  returning,
  comparing,
  dropFields,
  filling,
  replaceErrorCodeOf,
  refusal,
  refusing,
  renumbering,
  replaceErrorBody,
  success,
  taking,
} = createEdits(api)
const [create, update] = ['CreateFunction', 'UpdateFunction'] as const
const sizeAndSum = ['size-and-checksum-match-the-code']
const duplicate = ['duplicate-name-is-rejected']

/** Servers of FC 2021-04-06 that break one rule each. */
export const aliyunFc20210406Mutants: readonly Mutant[] = [
  ...toCommonMutants(api, [
    { operation: create, text: 'description', number: 'memorySize' },
    { operation: update, text: 'description', number: 'memorySize' },
  ]),
  define(
    'B12',
    create,
    'returns times without a zone',
    ['times-are-utc'],
    returning(create, 'createdTime', toZoneless),
  ),
  define(
    'B23',
    create,
    'returns the code that was sent',
    ['code-is-not-returned'],
    success(create, (response, { request }) =>
      setJson(response, { ...readRow(response), code: readRow(request)?.code }),
    ),
  ),
  define(
    'B43',
    create,
    'gives 60 seconds by default',
    ['accepts-timeout-default-absent'],
    filling(create, { timeout: 60 }),
  ),
  define('B44', create, 'measures the base64 text', sizeAndSum, returning(create, 'codeSize', toBase64Size)),
  define(
    'B44',
    create,
    'returns one checksum for all code',
    sizeAndSum,
    returning(create, 'codeChecksum', () => '1'),
    {
      as: 'checksum',
    },
  ),
  define(
    'B44',
    update,
    'measures the base64 text',
    ['update-replaces-code'],
    returning(update, 'codeSize', toBase64Size),
  ),
  ...[create, update].map((operation) =>
    define('H10', operation, 'returns no ETag', ['response-has-etag'], success(operation, withoutHeader('etag'))),
  ),
  define(
    'S17',
    create,
    'returns 400 for a duplicate',
    duplicate,
    replaceErrorCodeOf(create, 'FunctionAlreadyExists', 'InvalidArgument'),
  ),
  define(
    'I04',
    create,
    'returns 200 for a duplicate',
    duplicate,
    refusal(create, 409, (response, { request }) => {
      response.status = 200
      setHeader(response, 'ETag', 'tag')
      setJson(response, { ...readRow(request), code: undefined })
    }),
  ),
  define(
    'T02',
    create,
    'drops the environment',
    ['created-values-are-stored'],
    dropFields(create, 'environmentVariables'),
  ),
  define('T02', create, 'drops the layers', ['layer-list-is-stored'], dropFields(create, 'layers'), { as: 'layers' }),
  define(
    'T09',
    update,
    'ignores the description',
    ['update-changes-only-description'],
    dropFields(update, 'description'),
  ),
  define(
    'T12',
    update,
    'sets the timeout back where it is not named',
    ['update-changes-only-memorySize'],
    taking(update, (body) => ('memorySize' in body && !('timeout' in body) ? { ...body, timeout: 3 } : undefined)),
  ),
  define(
    'T14',
    update,
    'returns another id each time',
    ['update-keeps-id-name-and-creation-time'],
    renumbering(update, 'functionId'),
  ),
  define(
    'C01',
    update,
    'does not look at If-Match',
    ['unknown-etag-is-rejected', 'stale-etag-is-rejected'],
    comparing(update, () => undefined),
  ),
  define(
    'C02',
    update,
    'refuses the right ETag',
    ['current-etag-is-accepted'],
    comparing(update, (tag) => `${tag}0`),
  ),
  define(
    'S11',
    update,
    'returns 400 for what is missing',
    ['missing-function-is-rejected'],
    replaceErrorCodeOf(update, 'FunctionNotFound', 'InvalidArgument'),
  ),
  ...[create, update].map((operation) =>
    define(
      'E06',
      operation,
      'names another request in the body of an error',
      ['error-request-id-equals-header'],
      replaceErrorBody(operation, (body) => ({ ...body, RequestId: 'another' })),
    ),
  ),
  define(
    'V05',
    create,
    'takes a time above the longest',
    ['rejects-initializationTimeout-maximum-301'],
    taking(create, (body) => capped(body, 'initializationTimeout', 300)),
  ),
  define(
    'V06',
    create,
    'cuts a name that is too long',
    ['rejects-functionName-maxLength-65-characters'],
    taking(create, (body) => ({ ...body, functionName: String(body.functionName ?? '').slice(0, 64) || undefined })),
  ),
  ...[create, update].map((operation) =>
    define(
      'V11',
      operation,
      'rounds the memory',
      ['rejects-memorySize-multipleOf-65'],
      taking(operation, (body) => (body.memorySize === 65 ? { ...body, memorySize: 128 } : undefined)),
    ),
  ),
  define(
    'V09',
    create,
    'takes a runtime in capitals',
    ['rejects-runtime-enum-NODEJS20'],
    taking(create, (body) => (body.runtime === 'NODEJS20' ? { ...body, runtime: 'nodejs20' } : undefined)),
  ),
  define(
    'V26',
    create,
    'takes a soft limit above the hard one',
    [/rejects-body-instanceSoftConcurrency-must-not-be-above/],
    taking(create, (body) => capped(body, 'instanceSoftConcurrency', Number(body.instanceConcurrency))),
  ),
  define(
    'V27',
    create,
    'takes a function without code',
    [/rejects-body-one-of-code-customContainerConfig/],
    taking(create, (body) =>
      'code' in body || 'customContainerConfig' in body
        ? undefined
        : { ...body, code: { ossBucketName: 'demo', ossObjectName: 'code.zip' } },
    ),
  ),
  define(
    'V23',
    create,
    'refuses the shortest time',
    ['accepts-timeout-minimum-1'],
    refusing(create, ({ timeout }) => timeout === 1),
  ),
]

function capped(body: Readonly<Record<string, unknown>>, field: string, most: number) {
  return Number(body[field]) > most ? { ...body, [field]: most } : undefined
}
