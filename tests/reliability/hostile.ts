import fc from 'fast-check'
import { apiMocks } from '../../mocks/apis.ts'
import type { BaseApi } from '../../schemas/core/api.ts'
import { fillPath } from '../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../schemas/core/operation.ts'

/** A hostile request, as an adapter passes it to the emulator. */
export interface HostileRequest {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | undefined
}

/** Texts with special meanings. Half of them are names of existing resources. */
const hostileText = fc.oneof(
  fc.constantFrom('demo', 'f', '1', 'LATEST', 'urn:fss:r:p:function:default:fgsTest'),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '..', '.', '', ' ', '\0', '%'),
  fc.constantFrom(
    '\ud800',
    '\udfff\ud800',
    'a/b',
    'a\\b',
    'a.b',
    '\u202e',
    '-1',
    '1e999',
    'x'.repeat(5000),
    '\r\nX: y',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** The text in a path or query: encoded once, encoded twice, with invalid encoding, or unencoded. */
const hostileSegment = fc.oneof(
  hostileText.map((text) => encodeURIComponent(toWellFormed(text))),
  hostileText.map((text) => encodeURIComponent(encodeURIComponent(toWellFormed(text)))),
  fc.constantFrom('%', '%2', '%zz', '%ff', '%00', '%2F', '%2e%2e', '%c0%af', '%ed%a0%80', '..', '.', '', '%F0%9F'),
)

/** A URL cannot contain half a surrogate pair. */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

/** Unexpected values for bodies. They are JSON text, because some are not valid results of JSON.parse. */
const hostileJson = fc.oneof(
  fc.constantFrom('null', 'true', '[]', '{}', '""', '0', '-0', '-1', '0.5', '1e400', '-1e400', '9007199254740993'),
  fc.constantFrom(`1${'0'.repeat(400)}`, '"\\ud800"', '"\\u0000"', `"${'x'.repeat(10_000)}"`, '[null]', '[[{}]]'),
  fc.constantFrom(deep(60), deep(5000), '{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'),
  hostileText.map((text) => JSON.stringify(text)),
  hostileText.map((text) => `{${JSON.stringify(text)}:5}`), // maps whose names come from the client
  fc.json({ maxDepth: 4 }),
)

/** An example body in which one value is replaced or one name is added. */
function spoiledExample({ body }: Operation): fc.Arbitrary<string> {
  const examples = Object.values(body?.examples ?? {}).map(({ value }): unknown => value)
  return fc
    .tuple(fc.constantFrom<unknown>({}, ...examples, ...examples), hostileText, fc.option(fc.nat()), hostileJson)
    .map(([example, name, at, json]) => {
      if (at !== null) return replaceValue(example, at, json)
      return JSON.stringify(example).replace(/^\{(?=.)/, () => `{${JSON.stringify(name)}:${json},`)
    })
}

/** JSON text of a value in which one nested value is replaced. */
function replaceValue(value: unknown, at: number, json: string): string {
  let values = 0
  JSON.stringify(value, (_, each) => {
    values += 1
    return each
  })
  let left = at % values
  const text = JSON.stringify(value, (_, each) => {
    left -= 1
    return left === -1 ? marker : each
  })
  return text.replace(`"${marker}"`, () => json)
}

const marker = 'here'

const encode = (text: string) => new TextEncoder().encode(text)

function hostileBody(operation: Operation): fc.Arbitrary<Uint8Array | undefined> {
  return fc.oneof(
    { weight: 6, arbitrary: spoiledExample(operation).map(encode) },
    { weight: 2, arbitrary: hostileJson.map(encode) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('{', '{"a":', '"', '[1,]', '{"a":1}}', 'NaN', '\ufeff{}', '', '{"a":"\u0001"}')
        .map(encode),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 50 }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(new Uint8Array(30_000).fill(0x20)) }, // above the limit of the test
  )
}

/** Header text that a server can receive: single-byte characters without control characters. */
const hostileHeader = fc.oneof(
  fc.constantFrom('', '*', '"', 'any', '__proto__', 'a, b', '\xff\xfe', '1e999', '-1', '2020', 'x'.repeat(3000)),
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
)

const headerNames = [
  'if-match',
  'prefer',
  'content-type',
  'authorization',
  'x-fc-account-id',
  'x-fc-invocation-type',
  'x-fc-log-type',
  'x-auth-token',
  'x-project-id',
  'host',
  'date',
  '__proto__',
  'constructor',
] as const

const hostileHeaders = fc
  .array(fc.tuple(fc.constantFrom(...headerNames), hostileHeader), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries))

const queryNames = ['limit', 'prefix', 'startKey', 'nextToken', 'direction', 'qualifier', '__code', '__proto__']

const hostileQuery = fc
  .array(fc.tuple(fc.constantFrom(...queryNames), hostileSegment), { maxLength: 3 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))

/** Names of existing resources, so that requests get past the lookup. */
const known: Readonly<Record<string, string>> = {
  functionName: 'f',
  versionId: '1',
  qualifier: '1',
  function_urn: 'urn:fss:r:p:function:default:fgsTest',
}

/** A request to an operation: with its own path, with hostile names, or with additional segments. */
function hostileRequest(api: BaseApi, operation: Operation): fc.Arbitrary<HostileRequest> {
  const templates = [operation.path, ...(operation.qualifiedPath === undefined ? [] : [operation.qualifiedPath])]
  const path = fc
    .tuple(
      fc.constantFrom(...templates),
      fc.infiniteStream(fc.option(hostileSegment, { freq: 1 })),
      fc.constantFrom(...Array<string>(12).fill(''), '/', '//', '/../..'),
    )
    .map(([template, segments, tail]) => {
      const filled = fillPath(template, (name) => segments.next().value ?? known[name] ?? 'demo')
      return api.dialect.basePath + filled + tail
    })
  const method = fc.constantFrom(...Array<string>(8).fill(operation.method.toUpperCase()), 'GET', 'PATCH', '__PROTO__')
  return fc.record({
    method,
    path,
    query: seldom(hostileQuery, ''),
    headers: seldom(hostileHeaders, {}),
    body: hostileBody(operation),
  })
}

/** Absent every other time, so that requests are rejected for different reasons. */
function seldom<T>(arbitrary: fc.Arbitrary<T>, nothing: T): fc.Arbitrary<T> {
  return fc.oneof(fc.constant(nothing), arbitrary)
}

/** A hostile request to any operation of any API. */
export const anyHostileRequest: fc.Arbitrary<HostileRequest> = fc.oneof(
  ...apiMocks.flatMap(({ api }) => Object.values(api.operations).map((operation) => hostileRequest(api, operation))),
)
