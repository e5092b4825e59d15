import type { Check } from '../core/check.ts'
import type { Answer, FakeFault, Request } from './fake-fc.ts'
import type { FakeAuth } from './fake-fc-auth.ts'
import type { Case } from './fault-case.ts'
import { breakDown } from './operation-faults.ts'

const isSigned = (check: Check) => check.feature === 'Signature'
const called =
  (...names: readonly string[]): Case['fails'] =>
  (check) =>
    isSigned(check) && names.includes(check.name)

const faults: readonly { readonly name: string; readonly auth: FakeAuth; readonly checks: readonly string[] }[] = [
  {
    name: 'lets in what is not signed',
    auth: { lets: ['unsigned'] },
    checks: ['refuses-a-request-that-is-not-signed'],
  },
  {
    name: 'looks at no signature',
    auth: { lets: ['any-signature'] },
    checks: [
      'refuses-a-signature-with-another-key',
      'refuses-a-signature-of-another-method',
      'refuses-a-signature-of-another-path',
      'refuses-a-signature-of-another-content-type',
      'refuses-a-date-that-was-changed-on-the-way',
      'refuses-a-header-that-was-added-on-the-way',
      'refuses-a-weaker-hash',
      'refuses-a-signature-whose-end-differs',
      'refuses-a-signature-that-breaks-off',
    ],
  },
  { name: 'knows every key', auth: { lets: ['strangers'] }, checks: ['refuses-a-key-that-no-one-knows'] },
  {
    name: 'has no clock',
    auth: { lets: ['skewed'] },
    checks: ['refuses-a-clock-that-is-slow', 'refuses-a-clock-that-is-fast'],
  },
  { name: 'takes SHA-1', auth: { lets: ['sha1'] }, checks: ['refuses-a-weaker-hash'] },
  {
    name: 'takes other schemes',
    auth: { lets: ['other-schemes'] },
    checks: ['refuses-a-token-of-another-kind', 'refuses-the-scheme-of-another-api'],
  },
  {
    name: 'takes a key without a signature',
    auth: { lets: ['cut-off'] },
    checks: ['refuses-a-signature-that-is-cut-off'],
  },
  {
    name: 'compares the beginning of signatures',
    auth: { lets: ['other-ends'] },
    checks: ['refuses-a-signature-whose-end-differs', 'refuses-a-signature-that-breaks-off'],
  },
  { name: 'signs no method', auth: { ignores: ['method'] }, checks: ['refuses-a-signature-of-another-method'] },
  { name: 'signs no path', auth: { ignores: ['path'] }, checks: ['refuses-a-signature-of-another-path'] },
  {
    name: 'signs no content type',
    auth: { ignores: ['contentType'] },
    checks: ['refuses-a-signature-of-another-content-type'],
  },
  { name: 'signs no date', auth: { ignores: ['date'] }, checks: ['refuses-a-date-that-was-changed-on-the-way'] },
  { name: 'signs no headers', auth: { ignores: ['headers'] }, checks: ['refuses-a-header-that-was-added-on-the-way'] },
  {
    name: 'wants clocks to the minute',
    auth: { refuses: ['any-skew'] },
    checks: ['takes-a-clock-ten-minutes-slow', 'takes-a-clock-ten-minutes-fast'],
  },
  {
    name: 'looks for no token of temporary keys',
    auth: { token: 'not-looked-for' },
    checks: ['refuses-temporary-keys-without-their-token'],
  },
  {
    name: 'reads header names in lower case only',
    auth: { refuses: ['capitals'] },
    checks: ['takes-headers-in-another-case-and-order'],
  },
]

/** Faults of a server that looks at signatures. */
export const authFaults: readonly Case[] = [
  ...faults.map(
    ({ name, auth, checks }): Case => ({ name: `the server ${name}`, fault: { auth }, fails: called(...checks) }),
  ),
  {
    name: 'the server breaks down at a signature that comes twice',
    fault: {
      auth: { refuses: ['second-use'] },
      alter: (answer, request, state) => {
        onRefusal('SignatureNotMatch', breakDown)(answer, request, state)
        if (answer.status === 409) breakDown(answer)
      },
    },
    fails: called('answers-a-signature-that-comes-twice'),
  },
  {
    name: 'the server answers 400 to what it does not let in',
    fault: {
      alter: onRefusal(/./, (answer) => {
        answer.status = 400
      }),
    },
    fails: (check) => isSigned(check) && check.name.startsWith('refuses-') && !isOfOthers(check),
  },
  {
    name: 'the server refuses unsigned requests and does what they say',
    fault: {
      auth: { lets: ['any-signature', 'unsigned'] },
      alter: (answer, request) => {
        const isDone = request.method === 'DELETE' || request.method === 'PUT' || request.method === 'POST'
        const isForged = request.headers.authorization === undefined && isDone && answer.status < 300
        if (isForged) Object.assign(answer, { status: 403, body: { ErrorCode: 'AccessDenied', ErrorMessage: 'no' } })
      },
    },
    fails: (check) =>
      isSigned(check) &&
      check.name === 'refuses-a-request-that-is-not-signed' &&
      /^(Create|Update|Delete)(Service|Function|Trigger|Alias)$/.test(check.operation),
  },
]

/** A check that this API, or these keys, have no use for is skipped. */
function isOfOthers({ name }: Check): boolean {
  return name.includes('temporary')
}

function onRefusal(code: string | RegExp, change: (answer: Answer) => void): NonNullable<FakeFault['alter']> {
  return (answer: Answer, _: Request) => {
    if (answer.status !== 403) return
    const { ErrorCode } = answer.body as { ErrorCode: string } // refusals carry their code
    if (new RegExp(code).test(ErrorCode)) change(answer)
  }
}
