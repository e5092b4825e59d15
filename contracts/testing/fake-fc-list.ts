import type { Row } from './fake-fc-types.ts'

interface Entry {
  readonly name: string
  readonly row: Row
}

/** One page of a list. Undefined for an invalid query. Versions are sorted by number, the newest first. */
export function toPage(entries: readonly Entry[], query: URLSearchParams, isOfVersions: boolean, descends = false) {
  const limit = query.get('limit') ?? '20'
  const token = query.get('nextToken')
  const after = token === null ? undefined : readToken(token)
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 100 || (token !== null && after === undefined)) {
    return undefined
  }
  const sign = isOfVersions ? (query.get('direction') === 'FORWARD' ? 1 : -1) : descends ? -1 : 1
  const compare = (a: string, b: string) => sign * (isOfVersions ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0)
  const startKey = query.get('startKey')
  const chosen = entries
    .filter(({ name }) => name.startsWith(isOfVersions ? '' : (query.get('prefix') ?? '')))
    .filter(({ name }) =>
      after === undefined ? startKey === null || compare(name, startKey) >= 0 : compare(name, after) > 0,
    )
    .toSorted((a, b) => compare(a.name, b.name))
  const page = chosen.slice(0, Number(limit))
  const last = page.at(-1)
  const nextToken = chosen.length > page.length && last ? toToken(last.name) : undefined
  return { items: page.map(({ row }) => row), nextToken }
}

function toToken(name: string): string {
  return Buffer.from(JSON.stringify({ after: name })).toString('base64url')
}

function readToken(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    return typeof value === 'object' && value !== null && 'after' in value ? String(value.after) : undefined
  } catch {
    return undefined
  }
}
