import { expect, test } from 'vitest'
import { atLeast, atMost, forInformation, toNumber, toTable } from './row.ts'

test('a value that equals the bound meets the target', () => {
  expect([atLeast('a', 0.5, 0.5), atLeast('a', 0.49, 0.5)].map(({ met }) => met)).toEqual([true, false])
  expect([atMost('a', 300, 300), atMost('a', 300.1, 300)].map(({ met }) => met)).toEqual([true, false])
})

test('NaN meets no target', () => {
  expect([atLeast('a', Number.NaN, 1).met, atMost('a', Number.NaN, 1).met]).toEqual([false, false])
})

test('the table shows measured values, targets and missed targets', () => {
  const rows = [
    atLeast('speed', 0.41, 0.5, '4 of 10'),
    atMost('start', 250, 300, 'ms'),
    forInformation('size', 12_345, 'B'),
  ]
  expect(toTable(rows)).toBe(
    [
      '| what | measured | target | met |',
      '| --- | --- | --- | --- |',
      '| speed | 0.41 (4 of 10) | ≥ 0.5 | **no** |',
      '| start | 250 ms | ≤ 300 ms | yes |',
      '| size | 12,300 B | – | – |',
    ].join('\n'),
  )
})

test.each([
  [0.012345, '0.0123'],
  [1.2345, '1.23'],
  [12345, '12,300'],
  [0, '0'],
])('%d is written as %s', (value, text) => {
  expect(toNumber(value)).toBe(text)
})
