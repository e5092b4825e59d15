import { toBase64 } from '../../../../schemas/core/lib/base64.ts'
import { toMac } from '../../../core/auth/digests.ts'
import { deterministicStart } from '../../../core/deterministic.ts'
import type { MockOptions } from '../../options.ts'
import type { Scenario, Step } from './scenario.ts'

const services = '/2016-08-15/services'
const key = { id: 'suite-id', secret: 'suite-secret' }

/** The time at which requests are signed and verified. */
const now = deterministicStart
const date = new Date(now).toUTCString()

const verify: MockOptions = {
  auth: { mode: 'verify', credentials: [key], tokens: [{ token: 'suite-token' }] },
  authNow: () => now,
}

/** The FC signature of a request without a body. Web pages cannot set `Date`, so `x-fc-date` is signed. */
function signFc(method: string, path: string, date: string, secret: string, headers = `x-fc-date:${date}\n`): string {
  return `FC ${key.id}:${toBase64(toMac(secret, `${method}\n\n\n${date}\n${headers}${path}`))}`
}

const listWith = (
  name: string,
  headers: Readonly<Record<string, string>>,
  status: number,
  ErrorCode?: string,
): Step => ({
  name,
  request: { method: 'GET', path: services, headers },
  wants: { status, ...(ErrorCode !== undefined && { body: { ErrorCode } }) },
})

const old = new Date(now - 16 * 60 * 1000).toUTCString()
const functionGraph = '/v2/p1/fgs/functions/urn:fss:cn-north-4:p1:function:default:fgsTest/config'
const settings = { func_name: 'fgsTest', handler: 'a.b', memory_size: 128, timeout: 3, runtime: 'Node.js18.15' }

/** Valid and invalid credentials. */
export const authScenarios: readonly Scenario[] = [
  {
    name: 'credentials are verified',
    options: verify,
    steps: [
      listWith('no credentials', {}, 403, 'AccessDenied'),
      listWith('signed', { 'X-Fc-Date': date, Authorization: signFc('GET', services, date, key.secret) }, 200),
      listWith(
        'signed with another secret',
        { 'X-Fc-Date': date, Authorization: signFc('GET', services, date, 'other') },
        403,
        'SignatureNotMatch',
      ),
      listWith(
        'signed for another path',
        { 'X-Fc-Date': date, Authorization: signFc('GET', `${services}/a`, date, key.secret) },
        403,
        'SignatureNotMatch',
      ),
      listWith(
        'signed long ago',
        { 'X-Fc-Date': old, Authorization: signFc('GET', services, old, key.secret) },
        403,
        'RequestTimeTooSkewed',
      ),
      listWith('an unknown key', { 'X-Fc-Date': date, Authorization: 'FC nobody:c2ln' }, 403),
      {
        name: 'a valid token',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: functionGraph,
          headers: { 'X-Auth-Token': 'suite-token' },
          json: settings,
        },
        wants: { status: 200 },
      },
      {
        name: 'a wrong token',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: functionGraph,
          headers: { 'X-Auth-Token': 'other' },
          json: settings,
        },
        wants: { status: 401, body: { error_code: 'FSS.0401' } },
      },
    ],
  },
  {
    name: 'credentials must only be present',
    options: { auth: { mode: 'present' } },
    steps: [
      listWith('no credentials', {}, 403, 'AccessDenied'),
      listWith('any credentials', { Authorization: 'FC any:any' }, 200),
    ],
  },
  {
    name: 'strict mode rejects undocumented fields',
    options: { strict: true },
    steps: [
      {
        name: 'an unknown field',
        request: { method: 'POST', path: services, json: { serviceName: 'a', nonsense: 1 } },
        wants: { status: 400, body: { ErrorCode: 'InvalidArgument' } },
      },
    ],
  },
  {
    name: 'a request may have only the header Date as its date',
    needs: 'date-header',
    options: verify,
    steps: [listWith('signed', { Date: date, Authorization: signFc('GET', services, date, key.secret, '') }, 200)],
  },
]
