import { expect, test } from 'vitest'
import { createBoxes } from '../testing/boxes.ts'

const long = `{"weight":1,"tags":{"a":"${'x'.repeat(20_000)}"}}`

test.each([
  ['ASCII', '{"weight":1}', { text: '{"weight":1}', bytes: 12, truncated: false }],
  ['other characters', '{"weight":1,"tags":{"é":"😀"}}', { text: '{"weight":1,"tags":{"é":"😀"}}', bytes: 33 }],
  ['a byte order mark', '\ufeff{"weight":1}', { text: '\ufeff{"weight":1}', bytes: 15 }],
  ['white space', ' {"weight" : 1 }\n', { text: ' {"weight" : 1 }\n', bytes: 17 }],
  ['more than the log keeps', long, { text: long.slice(0, 4096), bytes: long.length, truncated: true }],
  ['text that is not JSON', 'weight', { text: 'weight', bytes: 6, truncated: false }],
])('a body with %s is logged as it was sent', (_, body, logged) => {
  const { emulator, send } = createBoxes()
  send('PUT', '/v9/boxes/a', body)
  expect(emulator.requestLog()[0]?.request.body).toEqual(expect.objectContaining(logged))
})
