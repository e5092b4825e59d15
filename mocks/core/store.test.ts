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

test('accounts start with the same state and change independently', () => {
  let states = toAccountStates('base')
  expect(read(states, undefined, 'a', 'b')).toEqual(['base', 'base', 'base'])
  states = writeState(states, 'a', 'of a')
  states = writeState(states, 'b', 'of b')
  expect(read(states, 'a', 'b', 'c')).toEqual(['of a', 'of b', 'base'])
})

test('requests without an account share the state of the first account that stored something', () => {
  let states = writeState(toAccountStates('base'), 'a', 'of a')
  states = writeState(states, 'b', 'of b')
  expect(read(states, undefined)).toEqual(['of a'])
  expect(read(writeState(states, undefined, 'new'), 'a', 'b')).toEqual(['new', 'of b'])
})

test('the first account that is named gets the state that was stored without an account, and later accounts do not', () => {
  let states = writeState(toAccountStates('base'), undefined, 'unnamed')
  states = nameAccount(states, 'a')
  expect(read(states, 'a', 'b', undefined)).toEqual(['unnamed', 'base', 'unnamed'])
  expect(nameAccount(states, 'b')).toBe(states)
})

test('naming an account has no effect while nothing is stored', () => {
  const states = nameAccount(toAccountStates('base'), 'a')
  expect(read(writeState(states, 'b', 'of b'), 'a', undefined)).toEqual(['base', 'of b'])
})

test('a reset account starts again, and the first account stays the shared one', () => {
  let states = writeState(writeState(toAccountStates('base'), 'a', 'of a'), 'b', 'of b')
  expect(read(dropAccount(states, 'b'), 'a', 'b')).toEqual(['of a', 'base'])
  states = dropAccount(states, 'a')
  expect(read(states, 'a', undefined, 'b')).toEqual(['base', 'base', 'of b'])
  expect(read(writeState(states, undefined, 'new'), 'a', 'b')).toEqual(['new', 'of b'])
})

test('a change of all accounts applies to existing and future accounts', () => {
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

test('names of inherited properties are ordinary accounts', () => {
  const states = writeState(writeState(toAccountStates('base'), 'a', 1), '__proto__', 2)
  expect(read(states, '__proto__', 'constructor')).toEqual([2, 'base'])
})
