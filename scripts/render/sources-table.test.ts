import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apis } from '../../schemas/apis.ts'
import { toSourcesTable } from './sources-table.ts'

const sources = apis.flatMap((api) => api.sources).toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('docs/sources.md shows the sources of every API', async () => {
  const text = await readFile(join(import.meta.dirname, '../../docs/sources.md'), 'utf8')
  expect(text).toContain(`\n\n${toSourcesTable(sources)}\n\n`)
})

test('every source has its own id, an https URL, a date and a checksum', () => {
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length)
  for (const source of sources) {
    expect(source).toMatchObject({
      url: expect.stringMatching(/^https:\/\//),
      published: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    })
    if (source.retrieved !== undefined) expect(source.retrieved).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

test('a retrieval date is shown if there is one', () => {
  const [first] = sources
  if (!first) throw new Error('there is no source')
  expect(toSourcesTable([first])).toContain('| not recorded |')
  expect(toSourcesTable([{ ...first, retrieved: '2026-11-29' }])).toContain('| 2026-11-29 |')
})
