import { expect, test } from 'vitest'
import { findSurprises } from './warnings.ts'

const known = [{ client: 'a', pattern: /Ignoring complex example/, reason: 'why' }]

test('a known warning is no surprise, and what is no warning is none either', () => {
  expect(findSurprises('a', 'writing file\n[main] WARN Ignoring complex example on body\n', known)).toEqual([])
})

test('an unread warning is a surprise, once, and so is one of another client', () => {
  expect(findSurprises('b', 'WARN new\nWARN new\nIgnoring complex example', known)).toEqual([
    'WARN new',
    'Ignoring complex example',
  ])
})

test('a known warning that is no longer printed must go', () => {
  expect(findSurprises('a', '', known)).toEqual(['no longer printed, so no longer known: /Ignoring complex example/'])
})
