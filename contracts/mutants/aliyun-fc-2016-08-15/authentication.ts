import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { WireRequest } from '../../core/http/exchange.ts'
import { toSigning } from '../../core/signing/signer.ts'
import { access } from '../access.ts'
import { type MutableResponse, headerOf, readRow, toMutable } from '../response.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { responses, every, replaceStatus, replaceErrorCode, refuse } from './edits.ts'

const auth = { auth: true } as const
type Code = keyof typeof api.errors

/** Section 7: who is let in. The server verifies signatures, apart from what the mutant says. */
export const authenticationMutants: readonly Mutant[] = [
  define(
    'S19',
    'CreateService',
    'returns 401 for 403',
    [/signature-.*-is-rejected/],
    replaceStatus('CreateService', 401, 403),
    auth,
  ),
  define(
    'A01',
    'ListServices',
    'needs no signature',
    ['unsigned-request-is-rejected'],
    trusting('ListServices', ({ request }) => headerOf(request, 'authorization') === undefined),
    auth,
  ),
  define(
    'A01',
    'DeleteFunction',
    'needs no signature',
    [/unsigned-request-is-rejected/],
    trusting('DeleteFunction', ({ request }) => headerOf(request, 'authorization') === undefined),
    auth,
  ),
  define(
    'A02',
    'ListServices',
    'lets in keys that no one knows',
    ['unknown-key-is-rejected'],
    trusting('ListServices', ({ code }) => code === 'InvalidAccessKeyId'),
    auth,
  ),
  define(
    'A03',
    'ListServices',
    "lets in who signs in another API's way",
    ['other-signature-scheme-is-rejected'],
    trusting('ListServices', ({ request }) => !headerOf(request, 'authorization')?.startsWith('FC ')),
    auth,
  ),
  define(
    'A04',
    'ListServices',
    'returns the code of missing rights for a wrong signature',
    ['signature-with-other-key-is-rejected'],
    replaceErrorCode('ListServices', 403, 'AccessDenied'),
    auth,
  ),
  define(
    'A11',
    'ListServices',
    'does not verify signatures',
    ['signature-with-other-key-is-rejected', 'signature-of-other-path-is-rejected'],
    trusting('ListServices', ({ code }) => code === 'SignatureNotMatch'),
    auth,
  ),
  define(
    'A11',
    'UpdateAlias',
    'does not verify signatures',
    [/signature-.*-is-rejected/],
    trusting('UpdateAlias', ({ code }) => code === 'SignatureNotMatch'),
    auth,
  ),
  define(
    'A11',
    'CreateFunction',
    'does not verify signatures',
    [/signature-.*-is-rejected/],
    trusting('CreateFunction', ({ code }) => code === 'SignatureNotMatch'),
    auth,
  ),
  define(
    'A11',
    'ListServices',
    'compares the beginning of signatures',
    ['signature-with-other-end-is-rejected', 'truncated-signature-is-rejected'],
    retrying('ListServices', async (request) => {
      const right = await signAnew(request, Date.parse(headerOf(request, 'date') ?? ''))
      const [one, other] = [request, right].map((item) => headerOf(item, 'authorization')?.slice(0, -10))
      return one !== undefined && other?.startsWith(one.slice(0, 30)) ? right : undefined
    }),
    { ...auth, as: 'beginning' },
  ),
  define(
    'A14',
    'ListServices',
    'does not mind headers that were added',
    ['added-header-is-rejected'],
    withoutAdded(),
    auth,
  ),
  define(
    'A15',
    'ListServices',
    'does not look at the clock',
    ['slow-clock-is-rejected', 'fast-clock-is-rejected'],
    trusting('ListServices', ({ code }) => code === 'RequestTimeTooSkewed'),
    auth,
  ),
  define(
    'A15',
    'CreateService',
    'wants clocks that agree to the minute',
    ['clock-ten-minutes-slow-is-accepted'],
    every('CreateService', (response, { request }) => {
      const date = Date.parse(headerOf(request, 'date') ?? headerOf(request, 'x-fc-date') ?? '')
      if (Math.abs(Date.now() - date) > 60_000) refuse(response, 'RequestTimeTooSkewed')
    }),
    auth,
  ),
  define(
    'A18',
    'ListServices',
    'lets in a weaker hash',
    ['weaker-hash-is-rejected'],
    trusting(
      'ListServices',
      ({ request }) => (headerOf(request, 'authorization') ?? '').split(':').at(-1)?.length === 28,
    ),
    auth,
  ),
  define(
    'A19',
    'ListServices',
    'wants the names of headers in small letters',
    ['header-reordering-is-accepted'],
    every('ListServices', (response, { request }) => {
      if (request.headers.some(([name]) => /^X-FC-|^[A-Z]{3,}/.test(name))) refuse(response, 'SignatureNotMatch')
    }),
    auth,
  ),
  define(
    'A22',
    'ListServices',
    'needs no token with temporary keys',
    ['temporary-key-without-token-is-rejected'],
    trusting('ListServices', ({ request }) => headerOf(request, 'x-fc-security-token') === undefined),
    auth,
  ),
]

interface Refused {
  readonly request: WireRequest
  readonly code: Code | undefined
}

/** Signs again, rightly, what was refused and fits. */
function trusting(operation: string, fits: (refused: Refused) => boolean): Wrap {
  return retrying(operation, async (request, response) => {
    const code = readRow(response)?.ErrorCode as Code | undefined // the server names its own codes
    return fits({ request, code }) ? await signAnew(request) : undefined
  })
}

/** Leaves out, one after the other, the headers that a signature must cover. */
function withoutAdded(): Wrap {
  return retrying('ListServices', async (request) => {
    const added = request.headers.find(([name]) => /^x-fc-(?!security-token|account-id|date)/i.test(name))
    return added && { ...request, headers: request.headers.filter((header) => header !== added) }
  })
}

function retrying(
  operation: string,
  change: (request: WireRequest, response: MutableResponse) => Promise<WireRequest | undefined>,
): Wrap {
  return (server) =>
    responses(
      operation,
      (status) => status === 403 || status === 400,
      async (response, { request }) => {
        const other = await change(request, response)
        if (other) Object.assign(response, toMutable(await server(other)))
      },
    )(server)
}

async function signAnew(request: WireRequest, time = Date.now()): Promise<WireRequest> {
  const headers = request.headers.filter(([name]) => !/^(authorization|date|x-fc-.*|x-acs-.*|x-sdk-.*)$/i.test(name))
  const unsigned = { ...request, headers }
  const added = await toSigning(api.dialect, access.credentials, access.account, () => new Date(time)).signer?.(
    unsigned,
  )
  return { ...unsigned, headers: [...headers, ...Object.entries(added ?? {})] }
}
