import { trimBlanks } from './header-text.ts'
import type { Claim } from './signing.ts'

/**
 * Reads `{keyName}=…,SignedHeaders=a;b,Signature=…` in any order, with optional spaces after the commas. Missing,
 * additional or repeated parameters are malformed, and so is a list of headers with a repeated or empty name.
 */
export function readSignatureParameters(credentials: string, keyName: string): Claim | undefined {
  const pairs = credentials.split(',').map((pair) => /^([A-Za-z]+)=(\S+)$/.exec(trimBlanks(pair)) ?? [])
  const values = new Map(pairs.map(([, name, value]) => [name, value]))
  const keyId = values.get(keyName)
  const signature = values.get('Signature')
  const signedHeaders = values.get('SignedHeaders')?.toLowerCase().split(';')
  if (pairs.length !== 3 || keyId === undefined || signature === undefined || !signedHeaders) return undefined
  if (signedHeaders.includes('') || new Set(signedHeaders).size !== signedHeaders.length) return undefined
  return { keyId, signature, signedHeaders }
}
