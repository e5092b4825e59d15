import { readAccountAt } from './auth/accounts.ts'
import type { AuthProfile } from './auth/profile.ts'
import type { WireRequest } from './wire.ts'

/** Finds the account, or project, that a request is for, as far as it says so. */
export type ReadAccount = (request: WireRequest) => string | undefined

/**
 * Where the path names an account, that is the one: it is what the request asks to be done something to. A header comes
 * next, then the host. Which of them are there is the API's own; nobody has verified any.
 */
export function toReadAccount(profile: AuthProfile | undefined): ReadAccount {
  // One place at a time: most requests name their account in the first.
  const places = (['path', 'header', 'host'] as const).flatMap((kind) =>
    (profile?.accounts ?? []).filter((place) => place.in === kind),
  )
  return (request) => {
    for (const place of places) {
      const account = readAccountAt(request, place)
      if (account) return account
    }
    return undefined
  }
}
