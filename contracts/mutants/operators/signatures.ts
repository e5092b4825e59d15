import { createHash } from 'node:crypto'
import type { Dialect } from '../../../schemas/core/dialect.ts'
import type { WireRequest } from '../../core/http/exchange.ts'
import { toSigning } from '../../core/signing/signer.ts'
import { access } from '../access.ts'
import { perServer } from '../kit.ts'
import type { Wrap } from '../mutant.ts'
import { headerOf, type MutableResponse, toMutable } from '../response.ts'
import type { SignatureSite } from '../sites/site.ts'
import { type Kit, operatorsOn } from './operator.ts'

type Change = (request: WireRequest, dialect: Dialect) => Promise<WireRequest | undefined>

const rejections = [400, 401, 403]

/** Sends a rejected request again, with the changes that make the server accept it. */
const retryRejected =
  (change: Change) =>
  ({ operation }: SignatureSite, { api, editResponses }: Kit): Wrap =>
  (server) =>
    editResponses(
      operation.id,
      (status) => rejections.includes(status),
      async (response, { request }) => {
        const other = await change(request, api.dialect)
        if (other) Object.assign(response, toMutable(await server(other)))
      },
    )(server)

/** Signs a rejected request correctly if it fits, so that the server accepts it. */
const acceptWhere = (fits: (request: WireRequest, authorization: string | undefined) => boolean) =>
  retryRejected(async (request, dialect) =>
    fits(request, headerOf(request, 'authorization')) ? await signAgain(request, dialect) : undefined,
  )

/** Rejects requests that fit, as if their signature were wrong. */
const rejectWhere =
  (fits: (request: WireRequest) => boolean) =>
  ({ operation }: SignatureSite, { api, editAllResponses, setError }: Kit): Wrap =>
    editAllResponses(operation.id, (response: MutableResponse, { request }) => {
      if (fits(request)) setError(response, toDeniedCode(api.errors))
    })

/** The code for a wrong signature. */
function toDeniedCode(errors: Kit['api']['errors']): string {
  const denied = Object.entries(errors).filter(([, { status }]) => status === 401 || status === 403)
  const [code = ''] = denied.find(([name]) => /signature/i.test(name)) ?? denied[0] ?? []
  return code
}

const dateOf = (request: WireRequest) =>
  headerOf(request, 'x-fc-date') ??
  headerOf(request, 'date') ??
  headerOf(request, 'x-acs-date') ??
  headerOf(request, 'x-sdk-date')

/** The id of the access key in any of the schemes. */
function toKeyId(authorization = ''): string | undefined {
  return /(?:^FC |Access=|Credential=)([^,:/]+)/.exec(authorization)?.[1]
}

/** Milliseconds between the date of a request and now. */
function toSkew(request: WireRequest): number {
  return Math.abs(toDelay(request))
}

/** Milliseconds since the date of a request. Negative if the date is in the future. */
function toDelay(request: WireRequest): number {
  return Date.now() - toTime(request)
}

/** The date of a request in milliseconds. */
function toTime(request: WireRequest): number {
  const text = dateOf(request) ?? ''
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return Date.parse(year ? `${year}-${month}-${day}T${hour}:${minute}:${second}Z` : text)
}

const minute = 60_000
const hashHeader = 'x-acs-content-sha256'

/** Operators on the signatures of requests. */
export const signatureOperators = operatorsOn('signature', {
  'accept-unsigned': {
    what: () => 'accepts unsigned requests',
    auth: true,
    wrap: acceptWhere((_, authorization) => authorization === undefined),
  },
  'accept-unknown-key': {
    what: () => 'accepts unknown access keys',
    auth: true,
    wrap: acceptWhere(
      (_, authorization) => authorization !== undefined && toKeyId(authorization) !== access.credentials.accessKeyId,
    ),
  },
  'accept-any-signature': {
    what: () => 'does not verify signatures',
    auth: true,
    wrap: acceptWhere(
      (request, authorization) =>
        toKeyId(authorization) === access.credentials.accessKeyId && toSkew(request) < 15 * minute,
    ),
  },
  'compare-start-of-signature': {
    what: () => 'compares only the start of a signature',
    auth: true,
    wrap: retryRejected(async (request, dialect) => {
      const time = toTime(request)
      if (Number.isNaN(time)) return undefined
      const right = await signAgain(request, dialect, time)
      const [one, other] = [request, right].map((item) => headerOf(item, 'authorization'))
      const isSimilar = one?.slice(0, 40) === other?.slice(0, 40)
      return isSimilar ? right : undefined
    }),
  },
  'accept-other-scheme': {
    what: () => 'accepts the signature scheme of another API',
    auth: true,
    wrap: retryRejected(async (request, dialect) => {
      const right = await signAgain(request, dialect)
      const [one, other] = [request, right].map((item) => headerOf(item, 'authorization')?.split(' ')[0])
      return one !== undefined && one !== other ? right : undefined
    }),
  },
  'ignore-added-header': {
    what: () => 'accepts headers that were added after signing',
    auth: true,
    // The other scheme lists the signed headers.
    appliesTo: ({ scheme }) => scheme !== 'SDK-HMAC-SHA256',
    wrap: retryRejected(async (request) => {
      const added = request.headers.find(([name]) =>
        /^x-(fc|acs)-(?!security-token|account-id|date|signature|action|version|content)/i.test(name),
      )
      return added && { ...request, headers: request.headers.filter((header) => header !== added) }
    }),
  },
  'ignore-body': {
    what: () => 'accepts another body than the signed one',
    auth: true,
    // Only this scheme sends the hash of the body.
    appliesTo: ({ scheme, operation }) => scheme === 'ACS3-HMAC-SHA256' && operation.body !== undefined,
    wrap: acceptWhere((request) => {
      const signed = headerOf(request, hashHeader)
      return signed !== undefined && signed !== createHash('sha256').update(request.body).digest('hex')
    }),
  },
  'accept-wrong-clock': {
    what: () => 'accepts requests of any date',
    auth: true,
    wrap: acceptWhere((request) => toSkew(request) > 14 * minute),
  },
  'reject-slow-clock': {
    what: () => 'rejects a clock that is ten minutes slow',
    auth: true,
    wrap: rejectWhere((request) => toDelay(request) > minute && toDelay(request) < 14 * minute),
  },
  'reject-fast-clock': {
    what: () => 'rejects a clock that is ten minutes fast',
    auth: true,
    wrap: rejectWhere((request) => toDelay(request) < -minute && toDelay(request) > -14 * minute),
  },
  'fail-on-repeated-signature': {
    what: () => 'returns 500 for a signature that it has seen before',
    auth: true,
    wrap: ({ operation }, { api, editAllResponses, setError }) =>
      perServer(() => {
        const seen = new Set<string>()
        return editAllResponses(operation.id, (response, { request }) => {
          const signature = headerOf(request, 'authorization')
          if (signature !== undefined && seen.has(signature)) setError(response, api.dialect.codes.internal)
          if (signature !== undefined) seen.add(signature)
        })
      }),
  },
  'accept-missing-token': {
    what: () => 'accepts a temporary key without its token',
    auth: true,
    wrap: acceptWhere((request) => !request.headers.some(([name]) => /security-token$/i.test(name))),
  },
  'reject-upper-case-headers': {
    what: () => 'rejects header names in upper case',
    auth: true,
    wrap: rejectWhere(({ headers }) => headers.some(([name]) => /^X-[A-Z]{2,}|^[A-Z]{3,}/.test(name))),
  },
  'reject-correct-signature': {
    what: () => 'rejects correctly signed requests',
    auth: true,
    wrap: rejectWhere((request) => headerOf(request, 'authorization') !== undefined && toSkew(request) < minute),
  },
  'swap-401-and-403': {
    what: () => 'returns 401 instead of 403, or 403 instead of 401',
    auth: true,
    wrap: ({ operation }, { editAllResponses }) =>
      editAllResponses(operation.id, (response) => {
        if (response.status === 401 || response.status === 403) response.status = 804 - response.status
      }),
  },
})

async function signAgain(request: WireRequest, dialect: Dialect, time = Date.now()): Promise<WireRequest> {
  const headers = request.headers.filter(
    ([name]) =>
      !/^(authorization|date|x-fc-.*|x-acs-.*|x-sdk-.*|x-auth-token|x-security-token|x-project-id)$/i.test(name),
  )
  const unsigned = { ...request, headers }
  const added = await toSigning(dialect, access.credentials, access.account, () => new Date(time)).signer?.(unsigned)
  return { ...unsigned, headers: [...headers, ...Object.entries(added ?? {})] }
}
