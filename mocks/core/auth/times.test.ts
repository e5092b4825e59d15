import { expect, test } from 'vitest'
import { readCompactTime, readHttpTime, readIsoTime } from './times.ts'

const time = Date.UTC(2026, 10, 21, 21, 26, 31)

test.each([
  { read: readHttpTime, text: 'Sat, 21 Nov 2026 21:26:31 GMT' },
  { read: readHttpTime, text: 'Sat,21 Nov 2026 21:26:31 GMT' },
  { read: readHttpTime, text: 'Sat, 21 Nov 2026 21:26:31 UTC' },
  { read: readIsoTime, text: '2026-11-21T21:26:31Z' },
  { read: readCompactTime, text: '20261121T212631Z' },
])('"$text" is read', ({ read, text }) => {
  expect(read(text)).toBe(time)
})

test('a day of one digit is read', () => {
  expect(readHttpTime('Wed, 4 Nov 2026 00:00:00 GMT')).toBe(Date.UTC(2026, 10, 4))
})

test.each([
  { read: readHttpTime, text: '' },
  { read: readHttpTime, text: 'Sat, 21 Nov 2026 21:26:31' },
  { read: readHttpTime, text: 'Sat, 21 Nov 2026 21:26:31 CET' },
  { read: readHttpTime, text: 'Sat, 21 Foo 2026 21:26:31 GMT' },
  { read: readHttpTime, text: 'Tue, 31 Feb 2026 21:26:31 GMT' },
  { read: readHttpTime, text: 'Sat, 21 Nov 2026 24:26:31 GMT' },
  { read: readHttpTime, text: 'Sat, 21 Nov 2026 21:26:31 GMT, Sat, 21 Nov 2026 21:26:31 GMT' },
  { read: readHttpTime, text: '2026-11-21T21:26:31Z' },
  { read: readIsoTime, text: '2026-11-21T21:26:31' },
  { read: readIsoTime, text: '2026-11-21T21:26:31.000Z' },
  { read: readIsoTime, text: '2026-13-21T21:26:31Z' },
  { read: readIsoTime, text: '2026-11-21T21:60:31Z' },
  { read: readIsoTime, text: '0026-11-21T21:26:31Z' },
  { read: readIsoTime, text: '20261121T212631Z' },
  { read: readCompactTime, text: '20261121T212661Z' },
  { read: readCompactTime, text: '2026-11-21T21:26:31Z' },
  { read: readCompactTime, text: 'x20261121T212631Z' },
])('"$text" is not read', ({ read, text }) => {
  expect(read(text)).toBeUndefined()
})
