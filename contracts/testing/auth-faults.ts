import type { Check } from '../core/check.ts'
import type { FakeFault, MutableResponse, Request } from './fake-fc.ts'
import type { FakeAuth } from './fake-fc-types.ts'
import type { Case } from './fault-case.ts'
import { breakDown } from './operation-faults.ts'

const isSigned = (check: Check) => check.feature === 'Signature'
const called =
  (...names: readonly string[]): Case['fails'] =>
  (check) =>
    isSigned(check) && names.includes(check.name)

const faults: readonly { readonly name: string; readonly auth: FakeAuth; readonly checks: readonly string[] }[] = [
  {
    name: 'accepts unsigned requests',
    auth: { lets: ['unsigned'] },
    checks: ['unsigned-request-is-rejected'],
  },
  {
    name: 'verifies no signature',
    auth: { lets: ['any-signature'] },
    checks: [
      'signature-with-other-key-is-rejected',
      'signature-of-other-method-is-rejected',
      'signature-of-other-path-is-rejected',
      'signature-of-other-content-type-is-rejected',
      'changed-date-is-rejected',
      'added-header-is-rejected',
      'weaker-hash-is-rejected',
      'signature-with-other-end-is-rejected',
      'truncated-signature-is-rejected',
    ],
  },
  { name: 'accepts unknown keys', auth: { lets: ['undocumented'] }, checks: ['unknown-key-is-rejected'] },
  {
    name: 'ignores the date',
    auth: { lets: ['skewed'] },
    checks: ['slow-clock-is-rejected', 'fast-clock-is-rejected'],
  },
  { name: 'accepts SHA-1', auth: { lets: ['sha1'] }, checks: ['weaker-hash-is-rejected'] },
  {
    name: 'accepts other schemes',
    auth: { lets: ['other-schemes'] },
    checks: ['token-of-other-type-is-rejected', 'other-signature-scheme-is-rejected'],
  },
  {
    name: 'accepts a key without a signature',
    auth: { lets: ['cut-off'] },
    checks: ['shortened-signature-is-rejected'],
  },
  {
    name: 'compares only the beginning of signatures',
    auth: { lets: ['other-ends'] },
    checks: ['signature-with-other-end-is-rejected', 'truncated-signature-is-rejected'],
  },
  {
    name: 'does not cover the method',
    auth: { ignores: ['method'] },
    checks: ['signature-of-other-method-is-rejected'],
  },
  { name: 'does not cover the path', auth: { ignores: ['path'] }, checks: ['signature-of-other-path-is-rejected'] },
  {
    name: 'does not cover the content type',
    auth: { ignores: ['contentType'] },
    checks: ['signature-of-other-content-type-is-rejected'],
  },
  { name: 'does not cover the date', auth: { ignores: ['date'] }, checks: ['changed-date-is-rejected'] },
  { name: 'does not cover the headers', auth: { ignores: ['headers'] }, checks: ['added-header-is-rejected'] },
  {
    name: 'accepts a clock difference of one minute only',
    auth: { refuses: ['any-skew'] },
    checks: ['clock-ten-minutes-slow-is-accepted', 'clock-ten-minutes-fast-is-accepted'],
  },
  {
    name: 'does not require the token of temporary keys',
    auth: { token: 'not-looked-for' },
    checks: ['temporary-key-without-token-is-rejected'],
  },
  {
    name: 'reads header names in lower case only',
    auth: { refuses: ['capitals'] },
    checks: ['header-reordering-is-accepted'],
  },
]

/** Faults of a server that verifies signatures. */
export const authFaults: readonly Case[] = [
  ...faults.map(
    ({ name, auth, checks }): Case => ({ name: `the server ${name}`, fault: { auth }, fails: called(...checks) }),
  ),
  {
    name: 'the server fails at a repeated signature',
    fault: {
      auth: { refuses: ['second-use'] },
      alter: (response, request, state) => {
        onRefusal('SignatureNotMatch', breakDown)(response, request, state)
        if (response.status === 409) breakDown(response)
      },
    },
    fails: called('repeated-signature-is-handled'),
  },
  {
    name: 'the server returns 400 for rejected signatures',
    fault: {
      alter: onRefusal(/./, (response) => {
        response.status = 400
      }),
    },
    fails: (check) => isSigned(check) && check.name.endsWith('-is-rejected') && !isOfOthers(check),
  },
  {
    name: 'the server rejects unsigned requests and executes them',
    fault: {
      auth: { lets: ['any-signature', 'unsigned'] },
      alter: (response, request) => {
        const isDone = request.method === 'DELETE' || request.method === 'PUT' || request.method === 'POST'
        const isTampered = request.headers.authorization === undefined && isDone && response.status < 300
        if (isTampered)
          Object.assign(response, { status: 403, body: { ErrorCode: 'AccessDenied', ErrorMessage: 'no' } })
      },
    },
    fails: (check) =>
      isSigned(check) &&
      check.name === 'unsigned-request-is-rejected' &&
      /^(Create|Update|Delete)(Service|Function|Trigger|Alias)$/.test(check.operation),
  },
]

/** Checks that do not apply to this API or these keys are skipped. */
function isOfOthers({ name }: Check): boolean {
  return name.includes('temporary')
}

function onRefusal(
  code: string | RegExp,
  change: (response: MutableResponse) => void,
): NonNullable<FakeFault['alter']> {
  return (response: MutableResponse, _: Request) => {
    if (response.status !== 403) return
    const { ErrorCode } = response.body as { ErrorCode: string } // errors contain their code
    if (new RegExp(code).test(ErrorCode)) change(response)
  }
}
