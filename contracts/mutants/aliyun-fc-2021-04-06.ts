import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { withoutHeader } from './changes.ts'
import { toCommonMutants } from './common.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { readObject, setHeader, setJson } from './response.ts'
import { toBase64Size, toZoneless } from './values.ts'

const {
  mapResponseField,
  mapIfMatch,
  dropRequestFields,
  addRequestDefaults,
  replaceErrorByCode,
  editErrors,
  rejectBodies,
  renumberField,
  mapErrorBody,
  editSuccess,
  mapRequestBody,
} = createEdits(api)
const [create, update] = ['CreateFunction', 'UpdateFunction'] as const
const sizeAndSum = ['size-and-checksum-match-the-code']
const duplicate = ['duplicate-name-is-rejected']

/** All mutants of FC 2021-04-06. */
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
    mapResponseField(create, 'createdTime', toZoneless),
  ),
  define(
    'B23',
    create,
    'returns the code that was sent',
    ['code-is-not-returned'],
    editSuccess(create, (response, { request }) =>
      setJson(response, { ...readObject(response), code: readObject(request)?.code }),
    ),
  ),
  define(
    'B43',
    create,
    'uses 60 as the default timeout',
    ['accepts-timeout-default-absent'],
    addRequestDefaults(create, { timeout: 60 }),
  ),
  define(
    'B44',
    create,
    'returns the size of the base64 text',
    sizeAndSum,
    mapResponseField(create, 'codeSize', toBase64Size),
  ),
  define(
    'B44',
    create,
    'returns the same checksum for all code',
    sizeAndSum,
    mapResponseField(create, 'codeChecksum', () => '1'),
    {
      as: 'checksum',
    },
  ),
  define(
    'B44',
    update,
    'returns the size of the base64 text',
    ['update-replaces-code'],
    mapResponseField(update, 'codeSize', toBase64Size),
  ),
  ...[create, update].map((operation) =>
    define(
      'H10',
      operation,
      'returns no ETag',
      ['response-has-documented-headers'],
      editSuccess(operation, withoutHeader('etag')),
    ),
  ),
  define(
    'S17',
    create,
    'returns 400 instead of 409 for a duplicate',
    duplicate,
    replaceErrorByCode(create, 'FunctionAlreadyExists', 'InvalidArgument'),
  ),
  define(
    'I04',
    create,
    'returns 200 for a duplicate',
    duplicate,
    editErrors(create, 409, (response, { request }) => {
      response.status = 200
      setHeader(response, 'ETag', 'tag')
      setJson(response, { ...readObject(request), code: undefined })
    }),
  ),
  define(
    'T02',
    create,
    'does not store environmentVariables',
    ['created-resource-can-be-read'],
    dropRequestFields(create, 'environmentVariables'),
  ),
  define('T02', create, 'does not store layers', ['layer-list-is-stored'], dropRequestFields(create, 'layers'), {
    as: 'layers',
  }),
  define(
    'T09',
    update,
    'does not store the description',
    ['update-changes-only-description'],
    dropRequestFields(update, 'description'),
  ),
  define(
    'T12',
    update,
    'resets the timeout if it is absent from the request',
    ['update-changes-only-memorySize'],
    mapRequestBody(update, (body) =>
      'memorySize' in body && !('timeout' in body) ? { ...body, timeout: 3 } : undefined,
    ),
  ),
  define(
    'T14',
    update,
    'returns a new id in every response',
    ['update-keeps-id-name-and-creation-time'],
    renumberField(update, 'functionId'),
  ),
  define(
    'C01',
    update,
    'ignores If-Match',
    ['unknown-etag-is-rejected', 'stale-etag-is-rejected'],
    mapIfMatch(update, () => undefined),
  ),
  define(
    'C02',
    update,
    'rejects the current ETag',
    ['current-etag-is-accepted'],
    mapIfMatch(update, (tag) => `${tag}0`),
  ),
  define(
    'S11',
    update,
    'returns 400 for a missing resource',
    ['missing-function-is-rejected'],
    replaceErrorByCode(update, 'FunctionNotFound', 'InvalidArgument'),
  ),
  ...[create, update].map((operation) =>
    define(
      'E06',
      operation,
      'returns a different request id in the body of an error',
      ['error-request-id-equals-header'],
      mapErrorBody(operation, (body) => ({ ...body, RequestId: 'another' })),
    ),
  ),
  define(
    'V05',
    create,
    'accepts initializationTimeout above the maximum',
    ['rejects-initializationTimeout-maximum-301'],
    mapRequestBody(create, (body) => capLimit(body, 'initializationTimeout', 300)),
  ),
  define(
    'V06',
    create,
    'truncates a name that is too long',
    ['rejects-functionName-maxLength-65-characters'],
    mapRequestBody(create, (body) => ({
      ...body,
      functionName: String(body.functionName ?? '').slice(0, 64) || undefined,
    })),
  ),
  ...[create, update].map((operation) =>
    define(
      'V11',
      operation,
      'rounds memorySize instead of rejecting it',
      ['rejects-memorySize-multipleOf-65'],
      mapRequestBody(operation, (body) => (body.memorySize === 65 ? { ...body, memorySize: 128 } : undefined)),
    ),
  ),
  define(
    'V09',
    create,
    'accepts a runtime in upper case',
    ['rejects-runtime-enum-NODEJS20'],
    mapRequestBody(create, (body) => (body.runtime === 'NODEJS20' ? { ...body, runtime: 'nodejs20' } : undefined)),
  ),
  define(
    'V26',
    create,
    'accepts instanceSoftConcurrency above instanceConcurrency',
    [/rejects-body-instanceSoftConcurrency-must-not-be-above/],
    mapRequestBody(create, (body) => capLimit(body, 'instanceSoftConcurrency', Number(body.instanceConcurrency))),
  ),
  define(
    'V27',
    create,
    'accepts a function without code',
    [/rejects-body-one-of-code-customContainerConfig/],
    mapRequestBody(create, (body) =>
      'code' in body || 'customContainerConfig' in body
        ? undefined
        : { ...body, code: { ossBucketName: 'demo', ossObjectName: 'code.zip' } },
    ),
  ),
  define(
    'V23',
    create,
    'rejects the minimum timeout',
    ['accepts-timeout-minimum-1'],
    rejectBodies(create, ({ timeout }) => timeout === 1),
  ),
]

function capLimit(body: Readonly<Record<string, unknown>>, field: string, most: number) {
  return Number(body[field]) > most ? { ...body, [field]: most } : undefined
}
