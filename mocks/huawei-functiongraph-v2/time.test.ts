import { expect, test } from 'vitest'
import { toStamp, toTime } from './time.ts'

test('a time has the form of source 002, in UTC and without fractions of a second', () => {
  expect(toTime(Date.UTC(2019, 9, 31, 11, 37, 58, 999))).toBe('2019-10-31 11:37:58')
})

test('the stamp in the name of an image is the time of source 001 in 12 digits', () => {
  expect(toStamp('2019-10-25 15:37:27')).toBe('191025153727')
})
