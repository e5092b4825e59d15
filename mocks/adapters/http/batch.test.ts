import { expect, test } from 'vitest'
import { createBatch } from './batch.ts'

const moment = () => new Promise((resolve) => setImmediate(resolve))

test('what is put off runs in its order, once, when all that came in is done', async () => {
  const later = createBatch()
  const seen: string[] = []
  later(() => seen.push('first'))
  await Promise.resolve()
  later(() => seen.push('second'))
  seen.push('responded')
  await moment()
  expect(seen).toEqual(['responded', 'first', 'second'])
  await moment()
  expect(seen).toHaveLength(3)
})

test('what is put off while others run has its turn, too', async () => {
  const later = createBatch()
  const seen: string[] = []
  later(() => later(() => seen.push('next')))
  await moment()
  await moment()
  expect(seen).toEqual(['next'])
})
