import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { missingChromium } from '../mocks/adapters/testing/browser/chromium.ts'
import { toBlocks } from '../scripts/pack/code-blocks.ts'
import { listPages, readPage, root } from './testing/pages.ts'
import { isOutput, isSkipped, runSamples } from './testing/run-samples.ts'

const pages = new Map(await Promise.all((await listPages()).map(async (page) => [page, await readPage(page)] as const)))
/** CONTRIBUTING.md and ARCHITECTURE.md are for people who have the sources; their blocks are not samples for users. */
const withSamples = [...pages].filter(([page, text]) => /^(README\.md|docs\/)/.test(page) && toBlocks(text).length > 0)

describe('code samples', () => {
  test.each(withSamples)('%s', { timeout: 180_000 }, async (page, text) => {
    for (const { block, output, expected } of await runSamples(page, toBlocks(text), missingChromium === undefined)) {
      if (expected !== undefined) expect(output, `${page}: ${block.text}`).toMatch(toPattern(expected))
    }
  })

  test.each(withSamples)('%s: each block is run, is a file that others use, or says why it is not run', (_, text) => {
    const blocks = toBlocks(text)
    // Indented or misspelled fences would be missed.
    expect(text.match(/^\s*```\w/gm)?.length).toBe(blocks.length)
    for (const block of blocks) {
      const kinds = [isSkipped(block), isOutput(block), block.language === 'sh', block.name !== '' && !isOutput(block)]
      expect(kinds.filter(Boolean), `${block.language} ${block.name}\n${block.text}`).not.toEqual([])
    }
  })
})

describe('links', () => {
  test.each([...pages])('%s: each link within the project leads to a file and a heading', (page, text) => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? join(root, page) : join(root, dirname(page), path)
      expect(existsSync(file), `${page} links to ${target}`).toBe(true)
      if (anchor === undefined || !file.endsWith('.md')) continue
      expect(toAnchors(pages.get(file.slice(root.length + 1)) ?? ''), `${page} links to ${target}`).toContain(anchor)
    }
  })

  test('every page of docs/ is linked from another page', () => {
    const linked = new Set(
      [...pages].flatMap(([page, text]) =>
        [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => join(dirname(page), target)),
      ),
    )
    expect([...pages.keys()].filter((page) => page !== 'README.md' && !linked.has(page))).toEqual([])
  })
})

describe('README.md', () => {
  let readme: string
  beforeAll(async () => {
    readme = await readPage('README.md')
  })

  test('has at most 130 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(130)
  })

  test('requires the version of Node that package.json requires', async () => {
    const { engines } = JSON.parse(await readPage('package.json')) as { engines: { node: string } } // our own file
    expect(readme).toContain(`Node ${engines.node.replace('>=', '')} or newer`)
  })
})

/** An output in which `…` stands for any text within a line, or for any lines if it is a line of its own. */
function toPattern(expected: string): RegExp {
  const lines = expected.trimEnd().split('\n')
  const escaped = lines.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escapeText).join('.*')}\\n?`,
  )
  return new RegExp(`^${escaped.join('')}\\s*$`)
}

function escapeText(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}

function toAnchors(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
