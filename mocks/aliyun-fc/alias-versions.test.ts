import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import type { StoredAlias } from './stored.ts'
import { createIds } from '../core/ids.ts'
import { pickVersion, toFraction } from './alias-versions.ts'

const toAlias = (additionalVersionWeight?: Record<string, number>): StoredAlias => ({
  aliasName: 'a',
  versionId: '1',
  additionalVersionWeight,
  createdTime: '',
  lastModifiedTime: '',
  etag: '',
})

test.each<{ weights: Record<string, number> | undefined; fraction: number; picks: string }>([
  { weights: undefined, fraction: 0, picks: '1' },
  { weights: { '2': 0 }, fraction: 0, picks: '1' },
  { weights: { '2': 0.25 }, fraction: 0, picks: '2' },
  { weights: { '2': 0.25 }, fraction: 0.2499, picks: '2' },
  { weights: { '2': 0.25 }, fraction: 0.25, picks: '1' },
  { weights: { '2': 1 }, fraction: 0.9999, picks: '2' },
  { weights: { '2': 0.25, '3': 0.5 }, fraction: 0.3, picks: '3' },
  { weights: { '2': 0.25, '3': 0.5 }, fraction: 0.6, picks: '3' },
  { weights: { '2': 0.25, '3': 0.5 }, fraction: 0.8, picks: '1' },
])('with the weights $weights, $fraction selects version $picks', ({ weights, fraction, picks }) => {
  expect(pickVersion(toAlias(weights), fraction)).toBe(picks)
})

test('a weight gets its share of many selections, and the same seed gives the same selections', () => {
  const pickMany = () => {
    const ids = createIds(seededRandom(7))
    return Array.from({ length: 4000 }, () => pickVersion(toAlias({ '2': 0.25 }), toFraction(ids.etag())))
  }
  const share = pickMany().filter((id) => id === '2').length / 4000
  expect(share).toBeGreaterThan(0.22)
  expect(share).toBeLessThan(0.28)
  expect(pickMany()).toEqual(pickMany())
})

test('a fraction is at least 0 and less than 1', () => {
  expect(toFraction('0'.repeat(32))).toBe(0)
  expect(toFraction('f'.repeat(32))).toBeLessThan(1)
  expect(toFraction(`8${'0'.repeat(31)}`)).toBe(0.5)
})
