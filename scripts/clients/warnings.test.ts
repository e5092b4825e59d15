import { expect, test } from 'vitest'
import { findSurprises } from './warnings.ts'

const known = [{ client: 'a', pattern: /Ignoring complex example/, reason: 'why' }]

test('known warnings and other lines are not reported', () => {
  expect(findSurprises('a', 'writing file\n[main] WARN Ignoring complex example on body\n', known)).toEqual([])
})

test('unknown warnings, and known warnings of other clients, are reported once', () => {
  expect(findSurprises('b', 'WARN new\nWARN new\nIgnoring complex example', known)).toEqual([
    'WARN new',
    'Ignoring complex example',
  ])
})

test('a known warning that is no longer printed is reported', () => {
  expect(findSurprises('a', '', known)).toEqual(['known warning is no longer printed: /Ignoring complex example/'])
})
