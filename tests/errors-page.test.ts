import { expect, test } from 'vitest'
import { collectMessages } from './testing/error-messages.ts'
import { readPage, toRows } from './testing/pages.ts'

const rows = toRows(await readPage('docs/reference/errors.md'))
const listed = rows.map(([message = '']) => message.replace(/^`+ ?| ?`+$/g, ''))

test('errors.md lists every error message of the code and no other', async () => {
  const messages = await collectMessages()
  expect(messages.length).toBeGreaterThan(60)
  expect(listed.toSorted()).toEqual(messages)
})

test('each message has a cause and a fix', () => {
  expect(rows.filter(([, cause, fix]) => !cause || !fix)).toEqual([])
})
