import type { WireRequest } from '../wire.ts'

/** The query parameter of a signed URL for an HTTP trigger that has the signature. */
export const signatureName = 'x-fc-signature'

export function isSignedUrl({ query }: Pick<WireRequest, 'query'>): boolean {
  return query.includes(`${signatureName}=`)
}
