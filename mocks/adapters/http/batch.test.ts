import { expect, test } from 'vitest'
import { createBatch } from './batch.ts'

const moment = () => new Promise((resolve) => setImmediate(resolve))

test('delayed functions run once, in order, after the current requests', async () => {
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

test('functions that are delayed while others run are also called', async () => {
  const later = createBatch()
  const seen: string[] = []
  later(() => later(() => seen.push('next')))
  await moment()
  await moment()
  expect(seen).toEqual(['next'])
})
