import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { readRow, setHeader, setJson } from './response.ts'
import { withoutHeader } from './changes.ts'
import { toCommonMutants } from './common.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { toBase64Size, toZoneless } from './values.ts'

const { answering, comparing, dropping, filling, miscoding, refusal, refusing, renumbering, shaping, success, taking } =
  createEdits(api)
const [create, update] = ['CreateFunction', 'UpdateFunction'] as const
const sizeAndSum = ['answers-size-and-checksum-of-the-code']
const duplicate = ['rejects-a-duplicate-name']

/** Servers of FC 2021-04-06 that break one rule each. */
export const aliyunFc20210406Mutants: readonly Mutant[] = [
  ...toCommonMutants(api, [
    { operation: create, text: 'description', number: 'memorySize' },
    { operation: update, text: 'description', number: 'memorySize' },
  ]),
  define(
    'B12',
    create,
    'answers times without a zone',
    ['answers-times-in-utc'],
    answering(create, 'createdTime', toZoneless),
  ),
  define(
    'B23',
    create,
    'answers the code that was sent',
    ['never-answers-the-code'],
    success(create, (answer, { request }) => setJson(answer, { ...readRow(answer), code: readRow(request)?.code })),
  ),
  define(
    'B43',
    create,
    'gives 60 seconds by default',
    ['accepts-timeout-default-absent'],
    filling(create, { timeout: 60 }),
  ),
  define('B44', create, 'measures the base64 text', sizeAndSum, answering(create, 'codeSize', toBase64Size)),
  define(
    'B44',
    create,
    'answers one checksum for all code',
    sizeAndSum,
    answering(create, 'codeChecksum', () => '1'),
    {
      as: 'checksum',
    },
  ),
  define('B44', update, 'measures the base64 text', ['replaces-the-code'], answering(update, 'codeSize', toBase64Size)),
  ...[create, update].map((operation) =>
    define('H10', operation, 'answers no ETag', ['answers-an-etag'], success(operation, withoutHeader('etag'))),
  ),
  define(
    'S17',
    create,
    'answers 400 for a duplicate',
    duplicate,
    miscoding(create, 'FunctionAlreadyExists', 'InvalidArgument'),
  ),
  define(
    'I04',
    create,
    'answers 200 for a duplicate',
    duplicate,
    refusal(create, 409, (answer, { request }) => {
      answer.status = 200
      setHeader(answer, 'ETag', 'tag')
      setJson(answer, { ...readRow(request), code: undefined })
    }),
  ),
  define('T02', create, 'drops the environment', ['keeps-what-was-created'], dropping(create, 'environmentVariables')),
  define('T02', create, 'drops the layers', ['keeps-the-layers'], dropping(create, 'layers'), { as: 'layers' }),
  define(
    'T09',
    update,
    'ignores the description',
    ['changes-description-and-nothing-else'],
    dropping(update, 'description'),
  ),
  define(
    'T12',
    update,
    'sets the timeout back where it is not named',
    ['changes-memorySize-and-nothing-else'],
    taking(update, (body) => ('memorySize' in body && !('timeout' in body) ? { ...body, timeout: 3 } : undefined)),
  ),
  define(
    'T14',
    update,
    'answers another id each time',
    ['keeps-id-name-and-creation-time'],
    renumbering(update, 'functionId'),
  ),
  define(
    'C01',
    update,
    'does not look at If-Match',
    ['refuses-an-etag-that-never-was', 'refuses-the-etag-of-an-earlier-state'],
    comparing(update, () => undefined),
  ),
  define(
    'C02',
    update,
    'refuses the right ETag',
    ['takes-the-etag-of-the-present-state'],
    comparing(update, (tag) => `${tag}0`),
  ),
  define(
    'S11',
    update,
    'answers 400 for what is missing',
    ['refuses-a-function-that-does-not-exist'],
    miscoding(update, 'FunctionNotFound', 'InvalidArgument'),
  ),
  ...[create, update].map((operation) =>
    define(
      'E06',
      operation,
      'names another request in the body of an error',
      ['refuses-with-the-request-id-of-the-header'],
      shaping(operation, (body) => ({ ...body, RequestId: 'another' })),
    ),
  ),
  define(
    'V05',
    create,
    'takes a time above the longest',
    ['refuses-initializationTimeout-maximum-301'],
    taking(create, (body) => capped(body, 'initializationTimeout', 300)),
  ),
  define(
    'V06',
    create,
    'cuts a name that is too long',
    ['refuses-functionName-maxLength-65-characters'],
    taking(create, (body) => ({ ...body, functionName: String(body.functionName ?? '').slice(0, 64) || undefined })),
  ),
  ...[create, update].map((operation) =>
    define(
      'V11',
      operation,
      'rounds the memory',
      ['refuses-memorySize-multipleOf-65'],
      taking(operation, (body) => (body.memorySize === 65 ? { ...body, memorySize: 128 } : undefined)),
    ),
  ),
  define(
    'V09',
    create,
    'takes a runtime in capitals',
    ['refuses-runtime-enum-NODEJS20'],
    taking(create, (body) => (body.runtime === 'NODEJS20' ? { ...body, runtime: 'nodejs20' } : undefined)),
  ),
  define(
    'V26',
    create,
    'takes a soft limit above the hard one',
    [/refuses-body-instanceSoftConcurrency-must-not-be-above/],
    taking(create, (body) => capped(body, 'instanceSoftConcurrency', Number(body.instanceConcurrency))),
  ),
  define(
    'V27',
    create,
    'takes a function without code',
    [/refuses-body-one-of-code-customContainerConfig/],
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
