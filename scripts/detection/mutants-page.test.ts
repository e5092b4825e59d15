import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { renderMutantsPage } from './mutants-page.ts'

test('docs/mutants.md is current: if not, run npm run detection -- --list --write', async () => {
  const page = await readFile(new URL('../../docs/mutants.md', import.meta.url), 'utf8')
  expect(page).toBe(renderMutantsPage())
})

test('the page lists each operator with an example and its numbers of mutants', () => {
  const page = renderMutantsPage()
  expect(page).toMatch(/^\| `drop-field` \| \w+ omits \w+ \| \d+ \| \d+ \| \d+ \| {2}\|$/m)
  expect(page).toMatch(/^\| `return-202` \| .* \| yes \|$/m)
  expect(page).toContain('## Request field')
})
