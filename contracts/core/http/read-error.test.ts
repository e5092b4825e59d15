import { expect, test } from 'vitest'
import { readError } from './read-error.ts'

const dialect = {
  toErrorBody: ({ code, message }: { code: string; message: string }) => ({ code, Code: code, text: message }),
}

test.each([
  ['one spelling', { code: 'Bad', text: 'why' }, { code: 'Bad', fields: ['code'], message: 'why' }],
  ['the other spelling', { Code: 'Bad' }, { code: 'Bad', fields: ['Code'] }],
  ['both, alike', { code: 'Bad', Code: 'Bad' }, { code: 'Bad', fields: ['code', 'Code'] }],
  ['both, unlike: no code', { code: 'Bad', Code: 'Worse' }, { fields: ['code', 'Code'] }],
  ['another field: no code', { error: 'Bad' }, { fields: [] }],
  ['a code that is no text', { code: 400 }, { fields: [] }],
  ['no object', 'Bad', { fields: [] }],
])('reads the code from %s', (_, body, wanted) => {
  expect(readError(dialect, body)).toEqual(wanted)
})
