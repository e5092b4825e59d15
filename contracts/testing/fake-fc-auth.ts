import { createHmac } from 'node:crypto'
import type { FakeAuth, Request } from './fake-fc-types.ts'

/** The only credentials that the fake accepts. */
export const fakeKey = { accessKeyId: 'test-id', accessKeySecret: 'test-secret' } as const

/** The token of a temporary key. */
export const fakeToken = 'test-token'

type Refusal = 'AccessDenied' | 'InvalidAccessKeyId' | 'SignatureNotMatch' | 'RequestTimeTooSkewed'

/** Verifies the FC signature of a request, except for the parts that `auth` excludes. */
export function createGate(auth: FakeAuth | 'off'): (request: Request) => Refusal | undefined {
  if (auth === 'off') return () => undefined
  const { ignores = [], lets = [], refuses = [], token } = auth
  const used = new Set<string>()
  return (request) => {
    const { authorization } = request.headers
    if (authorization === undefined) return lets.includes('unsigned') ? undefined : 'AccessDenied'
    if (!authorization.startsWith('FC ')) return lets.includes('other-schemes') ? undefined : 'AccessDenied'
    const [, id, signature] = /^FC ([^:]+):(.+)$/.exec(authorization) ?? []
    if (id === undefined) return lets.includes('cut-off') ? undefined : 'AccessDenied'
    if (id !== fakeKey.accessKeyId) return lets.includes('undocumented') ? undefined : 'InvalidAccessKeyId'
    const skew = Math.abs(Date.now() - Date.parse(request.headers.date ?? ''))
    if (skew > (refuses.includes('any-skew') ? 60_000 : 900_000) && !lets.includes('skewed'))
      return 'RequestTimeTooSkewed'
    if (refuses.includes('capitals') && request.rawHeaders.includes('AUTHORIZATION')) return 'SignatureNotMatch'
    const isList = request.method === 'GET' && request.path === '/services'
    if (isList && refuses.includes('second-use') && used.has(authorization)) return 'SignatureNotMatch'
    used.add(authorization)
    if (token === 'needed' && request.headers['x-fc-security-token'] !== fakeToken) return 'AccessDenied'
    if (lets.includes('any-signature')) return undefined
    const digests = ['sha256', ...(lets.includes('sha1') ? ['sha1'] : [])]
    const length = lets.includes('other-ends') ? 20 : Number.POSITIVE_INFINITY
    const isSame = (right: string) => right.slice(0, length) === signature?.slice(0, length)
    const texts = toTexts(request, ignores)
    const isRight = texts.some((text) =>
      digests.some((name) => isSame(createHmac(name, fakeKey.accessKeySecret).update(text).digest('base64'))),
    )
    return isRight ? undefined : 'SignatureNotMatch'
  }
}

/** The strings to sign that are accepted. There are several if a part is not covered. */
function toTexts({ method, headers, fullPath }: Request, ignores: NonNullable<FakeAuth['ignores']>): readonly string[] {
  const own = Object.entries(headers)
    .filter(([name]) => name.startsWith('x-fc-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
  const of = (part: (typeof ignores)[number], right: string, others: readonly string[]) =>
    ignores.includes(part) ? [right, ...others] : [right]
  const date = headers.date ?? ''
  const earlier = new Date(Date.parse(date) - 1000).toUTCString()
  return of('method', method, ['GET', 'DELETE']).flatMap((verb) =>
    of('contentType', headers['content-type'] ?? '', ['text/plain']).flatMap((type) =>
      of('date', date, [earlier]).flatMap((time) =>
        of('headers', own.join(''), ['']).flatMap((lines) =>
          of('path', fullPath, [`${fullPath}x`]).map((path) => `${verb}\n\n${type}\n${time}\n${lines}${path}`),
        ),
      ),
    ),
  )
}
