import { expect, test } from 'vitest'
import { replaceTable } from './replace-table.ts'

const text = 'above\n<!-- bench:start -->\nold\n<!-- bench:end -->\nbelow\n'

test('only the text between the markers is replaced', () => {
  const replaced = replaceTable(text, 'new')
  expect(replaced).toBe('above\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nbelow\n')
  expect(replaceTable(replaced, 'new')).toBe(replaced)
})

test.each(['no markers', '<!-- bench:start --> no end', '<!-- bench:end --> first <!-- bench:start -->', text + text])(
  'a text without exactly one pair of markers is rejected: %j',
  (broken) => {
    expect(() => replaceTable(broken, 'new')).toThrow('once each and in this order')
  },
)
