import { expect, test } from 'vitest'
import {
  type AccountStates,
  changeStates,
  dropAccount,
  nameAccount,
  readState,
  toAccountStates,
  writeState,
} from './store.ts'

const read = (states: AccountStates, ...accounts: (string | undefined)[]) =>
  accounts.map((account) => readState(states, account))

test('accounts begin with the same and change apart', () => {
  let states = toAccountStates('base')
  expect(read(states, undefined, 'a', 'b')).toEqual(['base', 'base', 'base'])
  states = writeState(states, 'a', 'of a')
  states = writeState(states, 'b', 'of b')
  expect(read(states, 'a', 'b', 'c')).toEqual(['of a', 'of b', 'base'])
})

test('who names no account shares the state of the first account that stored something', () => {
  let states = writeState(toAccountStates('base'), 'a', 'of a')
  states = writeState(states, 'b', 'of b')
  expect(read(states, undefined)).toEqual(['of a'])
  expect(read(writeState(states, undefined, 'new'), 'a', 'b')).toEqual(['new', 'of b'])
})

test('the first account to be named takes over what was stored without one, and no later one sees it', () => {
  let states = writeState(toAccountStates('base'), undefined, 'unnamed')
  states = nameAccount(states, 'a')
  expect(read(states, 'a', 'b', undefined)).toEqual(['unnamed', 'base', 'unnamed'])
  expect(nameAccount(states, 'b')).toBe(states)
})

test('naming an account takes over nothing as long as there is nothing', () => {
  const states = nameAccount(toAccountStates('base'), 'a')
  expect(read(writeState(states, 'b', 'of b'), 'a', undefined)).toEqual(['base', 'of b'])
})

test('an account that is dropped begins anew, and the first stays the one that others share', () => {
  let states = writeState(writeState(toAccountStates('base'), 'a', 'of a'), 'b', 'of b')
  expect(read(dropAccount(states, 'b'), 'a', 'b')).toEqual(['of a', 'base'])
  states = dropAccount(states, 'a')
  expect(read(states, 'a', undefined, 'b')).toEqual(['base', 'base', 'of b'])
  expect(read(writeState(states, undefined, 'new'), 'a', 'b')).toEqual(['new', 'of b'])
})

test('a change for all reaches accounts that are there and those to come', () => {
  const states = writeState(writeState(toAccountStates('base'), 'a', 'of a'), 'b', 'of b')
  expect(
    read(
      changeStates(states, (root) => `${root}!`),
      'a',
      'b',
      'c',
    ),
  ).toEqual(['of a!', 'of b!', 'base!'])
  expect(changeStates(toAccountStates('base'), (root) => root).own).toBeUndefined()
})

test('names that every object has are accounts like others', () => {
  const states = writeState(writeState(toAccountStates('base'), 'a', 1), '__proto__', 2)
  expect(read(states, '__proto__', 'constructor')).toEqual([2, 'base'])
})
