import type { WireRequest } from '../wire.ts'
import { readHeader } from './header-text.ts'
import { decodePath } from './percent.ts'
import type { AccountPlace } from './profile.ts'

export interface NamedAccount {
  readonly account: string
  /** Describes where the request names the account. */
  readonly place: string
}

/**
 * The accounts or projects that a request names. They are unverified, because a header may be unsigned. An empty header
 * names no account; the Go SDK sends one.
 */
export function toNamedAccounts(request: WireRequest, places: readonly AccountPlace[]): NamedAccount[] {
  return places.flatMap((place) => {
    const account = readAccountAt(request, place)
    return account ? [{ account, place: place.in === 'header' ? place.name : `the ${place.in}` }] : []
  })
}

/** The account that a request names at one place; `undefined` or empty if there is none. */
export function readAccountAt(request: WireRequest, place: AccountPlace): string | undefined {
  switch (place.in) {
    case 'header':
      // Some Alibaba SDKs write header values as JSON.
      return readHeader(request, place.name)?.replace(/^"(.*)"$/, '$1')
    case 'host':
      return place.pattern.exec(readHeader(request, 'host') ?? '')?.[1]
    case 'path':
      return place.pattern.exec(decodePath(request.path))?.[1]
  }
}
