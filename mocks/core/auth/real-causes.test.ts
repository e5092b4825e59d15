import { expect, test } from 'vitest'
import { fillPath } from '../../../schemas/core/lib/path-template.ts'
import { seededRandom } from '../../../schemas/core/lib/random.ts'
import { apiMocks } from '../../apis.ts'
import { createEmulator, type Emulator } from '../emulator.ts'
import { createIds } from '../ids.ts'
import { allParts } from '../parts.ts'
import type { WireRequest, WireResponse } from '../wire.ts'
import { toStringToSign as toAcs3String } from './acs3-hmac-sha256.ts'
import { toStringToSign as toFcString } from './fc-signature.ts'
import { toStringToSign as toSdkString } from './sdk-hmac-sha256.ts'
import type { Credential } from './settings.ts'
import { signAcs3, signFc, signSdk, testKey, testNow, toRequest, withAuthorization } from './testing/requests.ts'

/** How clients of an API sign: the date of a moment as the scheme writes it, and the signature of a dated request. */
interface Signer {
  readonly date: (time: number) => Record<string, string>
  readonly sign: (request: WireRequest) => WireRequest
  readonly accountHeader: string
  readonly tokenHeader: string
}

const compact = (time: number) => `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const acs3Names = ({ headers }: WireRequest) => ['host', ...Object.keys(headers).filter((name) => /^x-acs-/.test(name))]
const sdkNames = ({ headers }: WireRequest) => [
  'host',
  ...Object.keys(headers).filter((name) => /^x-(?!auth)/.test(name)),
]

const signers: Readonly<Record<string, Signer>> = {
  'aliyun-fc-2016-08-15': {
    date: (time) => ({ date: new Date(time).toUTCString() }),
    sign: (request) => signFc(request, toFcString(request)),
    accountHeader: 'x-fc-account-id',
    tokenHeader: 'x-fc-security-token',
  },
  'aliyun-fc-2021-04-06': {
    date: (time) => ({ 'x-acs-date': `${new Date(time).toISOString().slice(0, 19)}Z` }),
    sign: (request) => signAcs3(request, acs3Names(request), toAcs3String(request, acs3Names(request))),
    accountHeader: 'x-fc-account-id',
    tokenHeader: 'x-acs-security-token',
  },
  'huawei-functiongraph-v2': {
    date: (time) => ({ 'x-sdk-date': compact(time) }),
    sign: (request) => signSdk(request, sdkNames(request), toSdkString(request, sdkNames(request))),
    accountHeader: 'x-project-id',
    tokenHeader: 'x-security-token',
  },
}

const minute = 60_000

const operations = apiMocks.flatMap(({ api, authProfile }) =>
  Object.values(api.operations).map((operation) => {
    const signer = signers[api.id]
    if (!signer || !authProfile) throw new Error(`${api.id}: nobody signs its requests here`)
    return { api, operation, signer, codes: authProfile.codes, name: `${operation.id} of ${api.id}` }
  }),
)
type Case = (typeof operations)[number]

/** A request of the operation, for resources called `x`, with some headers. */
function toWire({ api, operation }: Case, headers: Record<string, string>): WireRequest {
  const path = `${api.dialect.basePath}${fillPath(operation.path, () => 'x')}`
  return toRequest({ method: operation.method.toUpperCase(), path, headers: { host: 'mock.test', ...headers } })
}

function createVerifying(credential: Partial<Credential> = {}): Pick<Emulator, 'handle' | 'clock'> {
  const random = seededRandom(1)
  const auth = { mode: 'verify', credentials: [{ ...testKey, ...credential }] } as const
  return createEmulator(
    { mocks: apiMocks, auth, clock: { now: () => testNow }, ids: createIds(random), random },
    allParts,
  )
}

/** Status and code of a response; the code of a request that was let in is that of the operation itself. */
function ask({ api }: Case, emulator: Pick<Emulator, 'handle' | 'clock'>, request: WireRequest) {
  const { status, body, headers } = emulator.handle(request) as WireResponse // an emulator of this process returns at once
  const response = JSON.parse(typeof body === 'string' && body !== '' ? body : '{}') as Record<string, string>
  const code = response.errorCode ?? response.Code ?? response.error_code
  return { api: api.id, status, code, rule: headers['X-Mock-Rule'] }
}

const expectRefused = (
  given: Case,
  emulator: Pick<Emulator, 'handle' | 'clock'>,
  request: WireRequest,
  cause: keyof Case['codes'],
) => {
  const code = given.codes[cause]
  const response = ask(given, emulator, request)
  expect([response.code, response.status], `${given.name}: ${cause}`).toEqual([code, given.api.errors[code]?.status])
  expect(response.rule).toMatch(/^(00\d|F[CG]-DEF|SDK-(NODE|JAVA)) [\w, ]+; .* ./)
}
const expectLetIn = (given: Case, emulator: Pick<Emulator, 'handle' | 'clock'>, request: WireRequest) => {
  const { status, code } = ask(given, emulator, request)
  expect(Object.values(given.codes), given.name).not.toContain(code)
  expect([401, 403], given.name).not.toContain(status)
}

test.each(operations)('$name: each authentication error has its real cause', (given) => {
  const { signer } = given
  const emulator = createVerifying({ accountId: 'x' })
  const dated = toWire(given, signer.date(testNow))
  const signed = signer.sign(dated)
  const authorization = signed.headers.authorization ?? ''
  const ofAnother = signer.sign({ ...dated, method: 'PATCH' }).headers.authorization ?? ''
  expectLetIn(given, emulator, signed)
  expectRefused(given, emulator, dated, 'missing')
  expectRefused(given, emulator, withAuthorization(dated, 'Bearer something'), 'missing')
  expectRefused(
    given,
    emulator,
    signer.sign(toWire(given, {})),
    given.api.id === 'aliyun-fc-2021-04-06' ? 'missing' : 'undated',
  )
  expectRefused(given, emulator, withAuthorization(dated, authorization.replace(testKey.id, 'nobody')), 'unknownKey')
  expectRefused(given, emulator, withAuthorization(dated, ofAnother), 'mismatch')
  expectRefused(given, emulator, signer.sign(toWire(given, signer.date(testNow - 16 * minute))), 'skewed')
  expectRefused(given, emulator, signer.sign(toWire(given, signer.date(testNow + 16 * minute))), 'skewed')
  const foreign = signer.sign(toWire(given, { ...signer.date(testNow), [signer.accountHeader]: 'other' }))
  expectRefused(given, emulator, foreign, 'forbidden')
})

const firstOfEach = operations.filter(({ api }, at) => operations.findIndex((other) => other.api === api) === at)

// No source forbids a second use of a signature, and clients do not make each signature unique.
test.each(firstOfEach)('$name: a repeated request is accepted for 15 minutes, and rejected after that', (given) => {
  const { signer } = given
  const emulator = createVerifying()
  const signed = signer.sign(toWire(given, signer.date(testNow)))
  for (let time = 0; time < 3; time += 1) expectLetIn(given, emulator, signed)
  emulator.clock.advance(15 * minute)
  expectLetIn(given, emulator, signed)
  emulator.clock.advance(1)
  expectRefused(given, emulator, signed, 'skewed')
})

// A token's own end stands inside it, where only its maker can read it: the mock's tokens have none.
test.each(firstOfEach)('$name: a temporary key requires its own token', (given) => {
  const { signer } = given
  const emulator = createVerifying({ securityToken: 'token' })
  const send = (headers: object) => signer.sign(toWire(given, { ...signer.date(testNow), ...headers }))
  expectLetIn(given, emulator, send({ [signer.tokenHeader]: 'token' }))
  expectRefused(given, emulator, send({}), 'missing')
  expectRefused(given, emulator, send({ [signer.tokenHeader]: 'of another key' }), 'missing')
  expectRefused(given, createVerifying(), send({ [signer.tokenHeader]: 'token' }), 'missing')
})
