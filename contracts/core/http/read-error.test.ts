import { expect, test } from 'vitest'
import { readError } from './read-error.ts'

const dialect = {
  toErrorBody: ({ code, message }: { code: string; message: string }) => ({ code, Code: code, text: message }),
}

test.each([
  ['one name', { code: 'Bad', text: 'why' }, { code: 'Bad', fields: ['code'], message: 'why' }],
  ['the other name', { Code: 'Bad' }, { code: 'Bad', fields: ['Code'] }],
  ['both names with the same value', { code: 'Bad', Code: 'Bad' }, { code: 'Bad', fields: ['code', 'Code'] }],
  ['both names with different values: no code', { code: 'Bad', Code: 'Worse' }, { fields: ['code', 'Code'] }],
  ['another field: no code', { error: 'Bad' }, { fields: [] }],
  ['a code that is not a string', { code: 400 }, { fields: [] }],
  ['a body that is not an object', 'Bad', { fields: [] }],
])('reads the code from %s', (_, body, wanted) => {
  expect(readError(dialect, body)).toEqual(wanted)
})

test('reads the code from two fields that the dialect fills with different values', () => {
  const twofold = { toErrorBody: ({ code }: { code: string }) => ({ code, Code: code === 'BadId' ? 'BadID' : code }) }
  const fields = ['code', 'Code']
  expect(readError(twofold, { code: 'BadId', Code: 'BadID' })).toEqual({ code: 'BadId', fields })
  expect(readError(twofold, { code: 'BadId', Code: 'Bad' })).toEqual({ fields })
  expect(readError(twofold, { code: 'BadID', Code: 'BadId' })).toEqual({ fields })
})
