import { expect, test } from 'vitest'
import type { Outcome } from '../sdks/outcome.ts'
import { openapiFetch } from './languages/typescript.ts'
import { toTable, withTable } from './table.ts'

const passed = { kind: 'passed' } as const
const failed = { kind: 'failed', reason: '', details: '' } as const

test('the table has a row for each client and API', () => {
  const client = { ...openapiFetch, version: '1.0', typedErrors: 'yes' }
  const runs = new Map<string, Outcome>([
    ['api-1', passed],
    ['api-2, signed', failed],
  ])
  expect(toTable([{ client, made: passed, runs }])).toBe(
    `| language | generator | document | API | compiled | scenario | typed errors |
| --- | --- | --- | --- | --- | --- | --- |
| TypeScript | openapi-fetch 1.0 | \`types.ts\` | \`api-1\` | yes | passed | yes |
| TypeScript | openapi-fetch 1.0 | \`types.ts\` | \`api-2\`, signed | yes | failed | yes |`,
  )
})

test('only the text between the markers is replaced', () => {
  const [before, after] = ['before <!-- clients:start -->', '<!-- clients:end --> after']
  const written = withTable(`${before}\nold\n${after}`, 'new')
  expect(written).toBe(`${before}\n\nnew\n\n${after}`)
  expect(withTable(written, 'new')).toBe(written)
  expect(() => withTable('text', 'new')).toThrow('the text lacks <!-- clients:start -->')
})
