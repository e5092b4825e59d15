import { createHash } from 'node:crypto'
import type { Signer } from '../http/target.ts'
import type { Scheme, Tamper } from './signer.ts'
import type { TamperingRow } from './signing-mistakes.ts'

/** A correct signature that covers headers which few clients send. */
export interface SignedHeaderRow {
  /** The start of the id of a check: `…-is-accepted`. */
  readonly name: string
  readonly isCovered: (scheme: Scheme) => boolean
  readonly toSigner: (tamper: Tamper) => Signer
}

const minute = 60_000
const isFc = ({ prefix }: Pick<Scheme, 'prefix'>) => prefix === 'x-fc-'
const dateIn = (minutes: number) => new Date(Date.now() + minutes * minute).toUTCString()

/** Observed in the SDKs for FC: `x-fc-date` replaces Date, and every `x-fc-` header is signed, also an empty one. */
export const signedHeaders: readonly SignedHeaderRow[] = [
  row('date-in-own-header', () => ({ date: undefined, 'x-fc-date': dateIn(0) })),
  row('other-date-beside-own-header', () => ({ date: dateIn(-60), 'x-fc-date': dateIn(0) })),
  row('empty-signed-header', () => ({ 'x-fc-contract-note': '' })),
  row('signed-headers-in-any-case-and-order', () => ({
    'X-FC-Contract-Zeta': 'one',
    'X-Fc-contract-B': '',
    'x-fc-contract-alpha': 'Two Words=3; four,five',
  })),
]

/** Observed in the SDKs for FC: they encode the digest of a body differently, so a server must not compare it. */
export const signedBodyHeaders: readonly SignedHeaderRow[] = (['hex', 'base64'] as const).map((encoding) => ({
  name: `content-md5-in-${encoding}`,
  isCovered: isFc,
  toSigner: (tamper) => (request) =>
    sign(tamper, { 'content-md5': createHash('md5').update(request.body).digest(encoding) })(request),
}))

/** Wrong requests with a correct signature of the other headers. */
export const signedHeaderMistakes: readonly TamperingRow[] = [
  {
    ...row('slow-clock-in-own-header', () => ({ date: dateIn(0), 'x-fc-date': dateIn(-17) })),
    cause: 'skewed',
    level: 'extended',
  },
  {
    name: 'changed-date-in-own-header',
    cause: 'mismatch',
    level: 'extended',
    isCovered: isFc,
    toSigner: (tamper) => sign(tamper, { 'x-fc-date': dateIn(-1) }, { 'x-fc-date': dateIn(0) }),
  },
]

/** Signs and sends these headers. A header that is undefined is not sent. */
function row(name: string, toHeaders: () => Headers): SignedHeaderRow {
  return { name, isCovered: isFc, toSigner: (tamper) => sign(tamper, toHeaders()) }
}

type Headers = Readonly<Record<string, string | undefined>>

function sign({ toSigner }: Tamper, signed: Headers, sent: Headers = signed): Signer {
  const own = Object.entries(signed).flatMap(([name, value]) =>
    value === undefined || name === 'date' ? [] : [[name, value] as const],
  )
  return toSigner({
    request: (request) => ({ ...request, headers: [...request.headers, ...own] }),
    headers: (headers) =>
      Object.fromEntries(
        Object.entries({ ...headers, ...sent }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
  })
}
