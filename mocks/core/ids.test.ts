import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { createIds } from './ids.ts'

test('ids are version 4 UUIDs, and ETags have 32 hexadecimal digits', () => {
  const ids = createIds(seededRandom(1))
  for (let i = 0; i < 1000; i += 1) {
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids.etag()).toMatch(/^[0-9a-f]{32}$/)
  }
})

test('the same seed gives the same ids, another seed gives others, and ids are unique', () => {
  const draw = (seed: number) => {
    const ids = createIds(seededRandom(seed))
    return Array.from({ length: 10_000 }, () => ids.uuid())
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(8)).not.toEqual(draw(7))
  expect(new Set([...draw(7), ...draw(8)]).size).toBe(20_000)
})
