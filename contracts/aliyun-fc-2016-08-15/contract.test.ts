import { expect, test } from 'vitest'
import type { CheckRef, Outcome } from '../core/report/outcome.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { type FakeFault, isCreated, type Row, rowOf } from '../testing/fake-fc.ts'
import { runChecks } from '../testing/run-checks.ts'
import { aliyunFc20160815Contract as contract } from './contract.ts'

const everything = () => true
const notPassed = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter(({ status }) => status !== 'passed')
    .map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)

test('a conforming server passes every check, and no resource remains', async () => {
  // Temporary keys, because some checks are about their token.
  const outcomes = await runChecks(contract, { auth: { token: 'needed' } }, everything)
  expect(notPassed(outcomes)).toEqual([])
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
}, 120_000)

/**
 * Implementation-defined behaviour and differences that are not violations. Several at once, because none may count.
 */
test.each<[string, FakeFault]>([
  [
    'extra headers and fields, a charset, another time format',
    {
      alter: (result, request) => {
        result.headers['X-Extra'] = '1'
        if (result.body === undefined) return
        result.headers['content-type'] = 'Application/JSON;charset=UTF-8'
        if (request.method !== 'DELETE' && 'createdTime' in rowOf(result)) {
          const [createdTime, lastModifiedTime] = [rowOf(result).createdTime, rowOf(result).lastModifiedTime].map(
            (time) => String(time).replace('.000+0000', 'Z'),
          )
          result.body = { traceId: Math.random(), ...rowOf(result), createdTime, lastModifiedTime }
        }
      },
    },
  ],
  [
    'optional fields and the request id are absent, unknown fields are rejected, errors have the field names of the source',
    {
      alter: (result, request, state) => {
        delete result.headers['X-Fc-Request-Id']
        if (request.method === 'POST' && /noSuchField|set-by-the-client/.test(request.body)) {
          state.delete([...state.keys()].at(-1) ?? '')
          Object.assign(result, { status: 400, body: { ErrorCode: 'InvalidArgument' } })
        }
        const { ErrorCode, ErrorMessage, ...others } = rowOf(result) ?? {}
        if (ErrorCode) result.body = { errorCode: ErrorCode, errorMessage: ErrorMessage }
        else if (result.body) result.body = omitOptional(others)
      },
    },
  ],
  [
    'versions published without a change, and alias updates that need a version',
    {
      republishes: true,
      before: (request) => {
        if (request.operation === 'UpdateAlias' && !request.body.includes('versionI')) request.body = '['
      },
    },
  ],
  [
    'one request in ten throttled, and foreign resources in every list',
    {
      take: toThrottle(),
      alter: (result, request) => {
        const list = rowOf(result)?.services
        const isOfAll = !request.query.has('prefix')
        if (request.method === 'GET' && isOfAll && Array.isArray(list)) list.unshift({ serviceName: 'theirs' })
      },
    },
  ],
])('a conforming server passes with %s', async (_, fault) => {
  // Every eleventh check. This covers each operation and each kind of check in a short time.
  const some = new Set(contract.checks.filter(isSome).map(({ id }) => id))
  const outcomes = await runChecks(contract, fault, (id) => some.has(id) && !id.endsWith(strict))
  expect(notPassed(outcomes.filter(({ status }) => status !== 'skipped'))).toEqual([])
})

/** A strict decoder: rejects unknown fields, and knows one field name of the version. */
const strictDecoder = (fieldAlias: string): FakeFault => ({
  before: (request) => {
    if (!/^(Create|Update)Alias$/.test(request.operation ?? '')) return
    const others = request.body.match(/"(versionI[dD]|noSuchField)":/g) ?? []
    if (others.some((name) => name !== `"${fieldAlias}":`)) request.body = '['
  },
  // The field names of an error and the code for a wrong ETag, as the source states them.
  alter: (result) => {
    const { ErrorCode, ErrorMessage, ...others } = rowOf(result) ?? {}
    if (ErrorCode) result.body = { ...others, errorCode: ErrorCode, errorMessage: ErrorMessage }
    if (ErrorCode !== 'PreconditionFailed') return
    Object.assign(result, { status: 409, body: { errorCode: 'ConcurrentUpdateError', errorMessage: ErrorMessage } })
  },
})

test.each([
  ['versionId', 'observed'],
  ['versionID', 'observed'],
  ['versionID', 'documented'],
] as const)('a strict decoder that knows only %s conforms by the profile %s', async (fieldAlias, profile) => {
  // The fake names the missing parent. According to the source alone, the alias is missing.
  const isOther = (id: string) => id.endsWith('missing-service-is-rejected')
  const ofAliases = (id: string) => (/^\w+Alias(es)? ›/.test(id) || id.includes('an-alias')) && !isOther(id)
  const outcomes = await runChecks(contract, strictDecoder(fieldAlias), ofAliases, 2000, { profile })
  expect(notPassed(outcomes.filter(({ status }) => status !== 'skipped'))).toEqual([])
  const noted = outcomes
    .flatMap(({ observations }) => observations)
    .filter(({ about }) => about.includes('requests are sent with'))
  expect(noted).toEqual([{ about: 'the field name of the version that requests are sent with', behaviour: fieldAlias }])
})

test.each(['documented', 'observed'] as const)('lists in descending order with the profile %s', async (profile) => {
  const properties = ['entries-are-in-order', 'list-starts-at-start-key', 'prefix-and-start-key-combine']
  const isSelected = (id: string) =>
    properties.some((property) => id.endsWith(property)) && !id.startsWith('ListVersions')
  const outcomes = await runChecks(contract, { descends: true }, isSelected, 2000, { profile })
  expect(outcomes).toHaveLength(12)
  if (profile === 'documented') expect(notPassed(outcomes)).toEqual([])
  else expect(outcomes.map(({ status }) => status)).toContain('failed')
})

/** Aliases and versions have few operations and much implementation-defined behaviour, so more of their checks run. */
const isSome = ({ operation }: CheckRef, index: number) =>
  index % 11 === 0 || /^(UpdateAlias|PublishVersion)$/.test(operation)

/** The only finding about undocumented properties. A run may allow them. */
const strict = 'response-has-no-undocumented-properties'

/** Rejects one request in ten, and allows an immediate retry. */
function toThrottle(): NonNullable<FakeFault['take']> {
  let count = 0
  return (_, response) => {
    count += 1
    if (count % 10 !== 0) return false
    response.writeHead(429, { 'retry-after': '0' }).end()
    return true
  }
}

function omitOptional(row: Row): Row {
  if ('aliasName' in row) return row // each of its fields is required
  const optional = ['createdTime', 'lastModifiedTime', 'serviceId', 'functionId', 'codeSize', 'codeChecksum']
  return Object.fromEntries(Object.entries(row).filter(([field]) => !optional.includes(field)))
}

test('checks of functions are errored if services cannot be created', async () => {
  const fault: FakeFault = {
    alter: (result, request) => {
      if (isCreated(result, request) && request.path === '/services') result.status = 500
    },
  }
  const outcomes = await runChecks(contract, fault, (id) => id.startsWith('CreateFunction › response-'))
  expect(outcomes.every(({ status }) => status === 'errored')).toBe(true)
  expect(renderOutcome(outcomes[0] as Outcome)).toMatch(
    /setup\): CreateService must return status 200, but got status 500/,
  )
})
