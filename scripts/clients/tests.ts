import { isDeepStrictEqual } from 'node:util'
import type { Test } from './expect-lines.ts'

/** What servers make up, by its form. */
const text =
  (pattern: RegExp, wanted: string): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : wanted

export const someText = text(/./, 'a text')
export const anId = text(/^[0-9a-f-]{36}$/, 'an id')
export const aTag = text(/^[0-9a-f]{32}$/, 'an ETag')
export const aTime = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}\+0000|Z)$/, 'a time')

/** The part of this name is the very one that an earlier step brought back. */
export const sameAs =
  (step: string, part: string): Test =>
  (value, lines) =>
    isDeepStrictEqual(value, lines.get(step)?.[part]) ? undefined : `what "${step}" brought back`

export const aDigest = text(/^[0-9a-f]{128}$/, 'a SHA-512')
export const aLocalTime = text(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'a time')
