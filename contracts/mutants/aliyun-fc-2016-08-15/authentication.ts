import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { WireRequest } from '../../core/http/exchange.ts'
import { toSigning } from '../../core/signing/signer.ts'
import { access } from '../access.ts'
import { define } from '../define.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { headerOf, type MutableResponse, readObject, toMutable } from '../response.ts'
import { editAllResponses, editResponses, replaceErrorByStatus, replaceStatus, setError } from './edits.ts'

const auth = { auth: true } as const
type Code = keyof typeof api.errors

/** Section 7 of the catalogue: authentication. The server behind these mutants verifies signatures. */
export const authenticationMutants: readonly Mutant[] = [
  define(
    'S19',
    'CreateService',
    'returns 401 instead of 403',
    [/signature-.*-is-rejected/],
    replaceStatus('CreateService', 401, 403),
    auth,
  ),
  define(
    'A01',
    'ListServices',
    'accepts unsigned requests',
    ['unsigned-request-is-rejected'],
    acceptRejected('ListServices', ({ request }) => headerOf(request, 'authorization') === undefined),
    auth,
  ),
  define(
    'A01',
    'DeleteFunction',
    'accepts unsigned requests',
    [/unsigned-request-is-rejected/],
    acceptRejected('DeleteFunction', ({ request }) => headerOf(request, 'authorization') === undefined),
    auth,
  ),
  define(
    'A02',
    'ListServices',
    'accepts unknown access keys',
    ['unknown-key-is-rejected'],
    acceptRejected('ListServices', ({ code }) => code === 'InvalidAccessKeyId'),
    auth,
  ),
  define(
    'A03',
    'ListServices',
    'accepts the signature scheme of another API',
    ['other-signature-scheme-is-rejected'],
    acceptRejected('ListServices', ({ request }) => !headerOf(request, 'authorization')?.startsWith('FC ')),
    auth,
  ),
  define(
    'A04',
    'ListServices',
    'returns AccessDenied for a wrong signature',
    ['signature-with-other-key-is-rejected'],
    replaceErrorByStatus('ListServices', 403, 'AccessDenied'),
    auth,
  ),
  define(
    'A11',
    'ListServices',
    'does not verify signatures',
    ['signature-with-other-key-is-rejected', 'signature-of-other-path-is-rejected'],
    acceptRejected('ListServices', ({ code }) => code === 'SignatureNotMatch'),
    auth,
  ),
  define(
    'A11',
    'UpdateAlias',
    'does not verify signatures',
    [/signature-.*-is-rejected/],
    acceptRejected('UpdateAlias', ({ code }) => code === 'SignatureNotMatch'),
    auth,
  ),
  define(
    'A11',
    'CreateFunction',
    'does not verify signatures',
    [/signature-.*-is-rejected/],
    acceptRejected('CreateFunction', ({ code }) => code === 'SignatureNotMatch'),
    auth,
  ),
  define(
    'A11',
    'ListServices',
    'compares only the start of a signature',
    ['signature-with-other-end-is-rejected', 'truncated-signature-is-rejected'],
    retryRejected('ListServices', async (request) => {
      const right = await signAgain(request, Date.parse(headerOf(request, 'date') ?? ''))
      const [one, other] = [request, right].map((item) => headerOf(item, 'authorization')?.slice(0, -10))
      return one !== undefined && other?.startsWith(one.slice(0, 30)) ? right : undefined
    }),
    { ...auth, as: 'prefix-only' },
  ),
  define(
    'A14',
    'ListServices',
    'accepts headers that were added after signing',
    ['added-header-is-rejected'],
    ignoreAddedHeaders(),
    auth,
  ),
  define(
    'A15',
    'ListServices',
    'accepts a wrong clock',
    ['slow-clock-is-rejected', 'fast-clock-is-rejected'],
    acceptRejected('ListServices', ({ code }) => code === 'RequestTimeTooSkewed'),
    auth,
  ),
  define(
    'A15',
    'CreateService',
    'rejects a clock that is ten minutes slow',
    ['clock-ten-minutes-slow-is-accepted'],
    editAllResponses('CreateService', (response, { request }) => {
      const date = Date.parse(headerOf(request, 'date') ?? headerOf(request, 'x-fc-date') ?? '')
      if (Math.abs(Date.now() - date) > 60_000) setError(response, 'RequestTimeTooSkewed')
    }),
    auth,
  ),
  define(
    'A18',
    'ListServices',
    'accepts a signature with a weaker hash',
    ['weaker-hash-is-rejected'],
    acceptRejected(
      'ListServices',
      ({ request }) => (headerOf(request, 'authorization') ?? '').split(':').at(-1)?.length === 28,
    ),
    auth,
  ),
  define(
    'A19',
    'ListServices',
    'rejects header names in upper case',
    ['header-reordering-is-accepted'],
    editAllResponses('ListServices', (response, { request }) => {
      if (request.headers.some(([name]) => /^X-FC-|^[A-Z]{3,}/.test(name))) setError(response, 'SignatureNotMatch')
    }),
    auth,
  ),
  define(
    'A22',
    'ListServices',
    'accepts a temporary key without its token',
    ['temporary-key-without-token-is-rejected'],
    acceptRejected('ListServices', ({ request }) => headerOf(request, 'x-fc-security-token') === undefined),
    auth,
  ),
]

interface Rejected {
  readonly request: WireRequest
  readonly code: Code | undefined
}

/** Signs a rejected request again correctly if it fits. */
function acceptRejected(operation: string, fits: (rejected: Rejected) => boolean): Wrap {
  return retryRejected(operation, async (request, response) => {
    const code = readObject(response)?.ErrorCode as Code | undefined // the server returns only codes of its catalogue
    return fits({ request, code }) ? await signAgain(request) : undefined
  })
}

/** Removes the first header that the signature must cover, then retries. */
function ignoreAddedHeaders(): Wrap {
  return retryRejected('ListServices', async (request) => {
    const added = request.headers.find(([name]) => /^x-fc-(?!security-token|account-id|date)/i.test(name))
    return added && { ...request, headers: request.headers.filter((header) => header !== added) }
  })
}

function retryRejected(
  operation: string,
  change: (request: WireRequest, response: MutableResponse) => Promise<WireRequest | undefined>,
): Wrap {
  return (server) =>
    editResponses(
      operation,
      (status) => status === 403 || status === 400,
      async (response, { request }) => {
        const other = await change(request, response)
        if (other) Object.assign(response, toMutable(await server(other)))
      },
    )(server)
}

async function signAgain(request: WireRequest, time = Date.now()): Promise<WireRequest> {
  const headers = request.headers.filter(([name]) => !/^(authorization|date|x-fc-.*|x-acs-.*|x-sdk-.*)$/i.test(name))
  const unsigned = { ...request, headers }
  const added = await toSigning(api.dialect, access.credentials, access.account, () => new Date(time)).signer?.(
    unsigned,
  )
  return { ...unsigned, headers: [...headers, ...Object.entries(added ?? {})] }
}
