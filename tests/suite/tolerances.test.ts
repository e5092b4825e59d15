import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../contracts/aliyun-fc-2016-08-15/contract.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { benignOperators } from '../../contracts/mutants/operators/benign.ts'
import { benignServers } from '../../contracts/mutants/operators/benign-servers.ts'
import { dropHeader, readObject, readText, setJson } from '../../contracts/mutants/response.ts'
import { subjects } from '../../contracts/mutants/subjects.ts'
import { toBenignMutants } from '../../contracts/mutants/to-mutants.ts'
import { findMutant } from '../testing/find-mutant.ts'
import { edits, runChecksOn, toEmptyResponse, toJsonResponse } from '../testing/run-checks-on.ts'

const notPassed = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter(({ status }) => status !== 'passed')
    .map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)

const withoutSkipped = (outcomes: readonly Outcome[]) => outcomes.filter(({ status }) => status !== 'skipped')

test('the emulator passes every check, and no resource remains', async () => {
  const outcomes = await runChecksOn({ auth: 'verify', fits: () => true })
  expect(notPassed(withoutSkipped(outcomes))).toEqual([])
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
}, 120_000)

/** Some of the checks, and all passive checks. This covers each operation and each kind of check in a short time. */
const every = (step: number, also = /^$/): ((id: string) => boolean) => {
  const chosen = contract.checks.filter(
    ({ operation, isPassive }, index) => index % step === 0 || isPassive || also.test(operation),
  )
  const ids = new Set(chosen.map(({ id }) => id))
  return (id) => ids.has(id)
}

/** Aliases and versions have few operations and much implementation-defined behaviour, so all of their checks run. */
const some = every(23, /^(UpdateAlias|PublishVersion)$/)

test.each([...benignOperators, ...benignServers])(
  'a server whose operations all differ by $id passes',
  async ({ id }) => {
    const benign = subjects.slice(0, 1).flatMap(toBenignMutants)
    const chosen = benign.filter(({ operator }) => operator === id)
    expect(chosen).not.toEqual([])
    const wrap = compose(chosen.map((mutant) => mutant.wrap))
    const outcomes = await runChecksOn({ wrap, fits: every(31), options: chosen[0]?.config ?? {} })
    expect(notPassed(withoutSkipped(outcomes))).toEqual([])
  },
  60_000,
)

/** Implementation-defined behaviour and differences that are not violations. Several at once, because none may count. */
test.each<[string, Wrap]>([
  [
    'optional fields and the request id are absent, unknown fields are rejected, errors have the field names of the source',
    edits.intercept(undefined, async ({ request }, { forward }) => {
      const isUnknown = request.method === 'POST' && /noSuchField|set-by-the-client/.test(readText(request))
      const invalid = { errorCode: 'InvalidArgument', errorMessage: 'unknown field' }
      if (isUnknown) return toJsonResponse(400, invalid)
      const response = await forward()
      dropHeader(response, 'x-fc-request-id')
      const { ErrorCode, ErrorMessage, ...others } = readObject(response) ?? {}
      if (ErrorCode !== undefined) setJson(response, { errorCode: ErrorCode, errorMessage: ErrorMessage })
      else if (response.status < 300 && Object.keys(others).length > 0) setJson(response, omitOptional(others))
      return response
    }),
  ],
  [
    'versions that are published without a change',
    edits.intercept('PublishVersion', async ({ path }, { forward, send }) => {
      const response = await forward()
      if (readObject(response)?.ErrorCode !== 'VersionPublishError') return response
      const service = path.replace(/\/versions$/, '')
      const { description = '' } = readObject(await send('GET', service)) ?? {}
      await send('PUT', service, { description: `${description} ` })
      const published = await forward()
      await send('PUT', service, { description })
      return published
    }),
  ],
  [
    'alias updates that need a version',
    edits.editRequest('UpdateAlias', ({ request }) =>
      readText(request).includes('versionI') ? undefined : { bytes: Buffer.from('[') },
    ),
  ],
  [
    'one request in ten throttled, and foreign resources in every list',
    compose([
      edits.intercept('ListServices', async ({ query }, { forward }) => {
        const response = await forward()
        const { services, ...others } = readObject(response) ?? {}
        if (!query.has('prefix') && Array.isArray(services))
          setJson(response, { ...others, services: [{ serviceName: 'theirs' }, ...services] })
        return response
      }),
      toThrottle(),
    ]),
  ],
])('a conforming server passes with %s', async (_, wrap) => {
  const outcomes = await runChecksOn({ wrap, fits: some })
  expect(notPassed(withoutSkipped(outcomes))).toEqual([])
})

/** A strict decoder: rejects unknown fields, and knows one field name of the version. */
const strictDecoder = (fieldAlias: string): Wrap =>
  compose([
    // The field names of an error and the code for a wrong ETag, as the source states them.
    edits.editResponses(
      undefined,
      (status) => status >= 400,
      (response) => {
        const { ErrorCode, ErrorMessage, ...others } = readObject(response) ?? {}
        const isStale = ErrorCode === 'PreconditionFailed'
        if (isStale) response.status = 409
        const errorCode = isStale ? 'ConcurrentUpdateError' : ErrorCode
        setJson(response, { ...others, errorCode, errorMessage: ErrorMessage })
      },
    ),
    edits.editRequest(['CreateAlias', 'UpdateAlias'], ({ request }) => {
      const names = readText(request).match(/"(versionI[dD]|noSuchField)":/g) ?? []
      return names.some((name) => name !== `"${fieldAlias}":`) ? { bytes: Buffer.from('[') } : undefined
    }),
  ])

test.each([
  ['versionId', 'observed'],
  ['versionID', 'observed'],
  ['versionID', 'documented'],
] as const)('a strict decoder that knows only %s conforms by the profile %s', async (fieldAlias, profile) => {
  // The emulator names the missing parent. According to the source alone, the alias is missing.
  const isOther = (id: string) => id.endsWith('missing-service-is-rejected')
  const ofAliases = (id: string) => (/^\w+Alias(es)? ›/.test(id) || id.includes('an-alias')) && !isOther(id)
  const outcomes = await runChecksOn({ wrap: strictDecoder(fieldAlias), fits: ofAliases, options: { profile } })
  expect(notPassed(withoutSkipped(outcomes))).toEqual([])
  const noted = outcomes
    .flatMap(({ observations }) => observations)
    .filter(({ about }) => about.includes('requests are sent with'))
  expect(noted).toEqual([{ about: 'the field name of the version that requests are sent with', behaviour: fieldAlias }])
})

test.each(['documented', 'observed'] as const)('lists in descending order with the profile %s', async (profile) => {
  const properties = ['entries-are-in-order', 'list-starts-at-start-key', 'prefix-and-start-key-combine']
  const isSelected = (id: string) =>
    properties.some((property) => id.endsWith(property)) && !id.startsWith('ListVersions')
  const outcomes = await runChecksOn({ wrap: compose(descending), fits: isSelected, options: { profile } })
  expect(outcomes).toHaveLength(12)
  if (profile === 'documented') expect(notPassed(outcomes)).toEqual([])
  else expect(outcomes.map(({ status }) => status)).toContain('failed')
})

test('operations may state times in different zones, but not different times', async () => {
  const check = 'CreateFunction › read-equals-create-response'
  const ofFc2021 = subjects.filter(({ api }) => api.id === 'aliyun-fc-2021-04-06').flatMap(toBenignMutants)
  const zone = ofFc2021.find(({ id }) => id === 'times-in-other-zone @ UpdateFunction 200')
  if (!zone) throw new Error('the benign mutant does not exist')
  const run = { apiId: 'aliyun-fc-2021-04-06', wrap: zone.wrap, fits: (id: string) => id === check }
  expect(notPassed(await runChecksOn(run))).toEqual([])
  const { wrap } = findMutant(contract.api.id, 'time-of-the-request @ GetFunction 200 createdTime')
  const [outcome] = await runChecksOn({ wrap, fits: (id) => id === check })
  expect(outcome?.status).toBe('failed')
})

test('checks of functions are errored if services cannot be created', async () => {
  const wrap = edits.replaceStatus('CreateService', 500)
  const outcomes = await runChecksOn({ wrap, fits: (id) => id.startsWith('CreateFunction › response-') })
  expect(outcomes.length).toBeGreaterThan(0)
  expect(outcomes.every(({ status }) => status === 'errored')).toBe(true)
  expect(renderOutcome(outcomes[0] as Outcome)).toMatch(
    /setup\): CreateService must return status 200, but got status 500/,
  )
})

test('after many refused set-ups, checks that need the operation are skipped, unless it succeeded once', async () => {
  const fits = (id: string) => /^CreateFunction › (accepts|rejects)-/.test(id)
  const refused = await runChecksOn({ wrap: edits.replaceStatus('CreateService', 500), fits })
  const toCount = (outcomes: readonly Outcome[], status: string) =>
    outcomes.filter((outcome) => outcome.status === status).length
  expect(toCount(refused, 'errored')).toBe(20)
  expect(toCount(refused, 'skipped')).toBe(refused.length - 20)
  expect(refused.length).toBeGreaterThan(30)
  const reasons = refused.flatMap((outcome) => (outcome.status === 'skipped' ? [outcome.reason] : []))
  expect(new Set(reasons)).toEqual(new Set(['CreateService refused the first 20 set-ups of the run']))
  let count = 0
  const wrap = edits.editSuccess('CreateService', (response) => {
    count += 1
    if (count > 1) response.status = 500
  })
  expect(toCount(await runChecksOn({ wrap, fits }), 'skipped')).toBe(0)
})

function compose(wraps: readonly Wrap[]): Wrap {
  return (server) => wraps.reduce((wrapped, wrap) => wrap(wrapped), server)
}

/** Lists in descending order by key, with pages and start keys of this order. */
const descending = (
  [
    ['ListServices', 'services', 'serviceName'],
    ['ListFunctions', 'functions', 'functionName'],
    ['ListTriggers', 'triggers', 'triggerName'],
    ['ListAliases', 'aliases', 'aliasName'],
  ] as const
).map(([operation, field, key]) =>
  edits.intercept(operation, async ({ query }, { forward }) => {
    const [start, token, limit] = ['startKey', 'nextToken', 'limit'].map((name) => query.get(name) ?? undefined)
    const response = await forward({ query: new URLSearchParams({ limit: '100', prefix: query.get('prefix') ?? '' }) })
    const entries = readObject(response)?.[field]
    if (!Array.isArray(entries)) return response
    const first = token ?? start
    const rows = entries.toReversed().filter((row) => first === undefined || String(row[key]) <= first)
    const next = rows[Number(limit ?? 100)]
    setJson(response, { [field]: rows.slice(0, Number(limit ?? 100)), ...(next && { nextToken: next[key] }) })
    return response
  }),
)

/** Rejects one request in ten, and allows an immediate retry. */
function toThrottle(): Wrap {
  let count = 0
  return edits.intercept(undefined, async (_, { forward }) => {
    count += 1
    return count % 10 === 0 ? { ...toEmptyResponse(429), headers: [['Retry-After', '0']] } : await forward()
  })
}

/** Omits optional fields of a resource, or of each entry of a list. */
function omitOptional(row: Readonly<Record<string, unknown>>): object {
  if ('aliasName' in row) return row // each of its fields is required
  const optional = ['createdTime', 'lastModifiedTime', 'serviceId', 'functionId', 'codeSize', 'codeChecksum']
  const kept = Object.entries(row).filter(([field]) => !optional.includes(field))
  return Object.fromEntries(kept.map(([field, value]) => [field, Array.isArray(value) ? value.map(omitIn) : value]))
}

function omitIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? omitOptional({ ...value }) : value
}
