import { isDeepStrictEqual } from 'node:util'
import type { Test } from './expect-lines.ts'

/** Tests a generated value by its format. */
const text =
  (pattern: RegExp, wanted: string): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : wanted

export const someText = text(/./, 'a string')
export const anId = text(/^[0-9a-f-]{36}$/, 'an id')
export const aTag = text(/^[0-9a-f]{32}$/, 'an ETag')
export const aTime = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}\+0000|Z)$/, 'a time')

/** The value equals a part of an earlier step. */
export const sameAs =
  (step: string, part: string): Test =>
  (value, lines) =>
    isDeepStrictEqual(value, lines.get(step)?.[part]) ? undefined : `the ${part} of "${step}"`

export const aDigest = text(/^[0-9a-f]{128}$/, 'a SHA-512 digest')
export const aLocalTime = text(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'a time')
