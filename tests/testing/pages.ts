import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** The README, the other pages beside it, and `docs/`. Paths are relative to the project. */
export async function listPages(): Promise<readonly string[]> {
  const pages: string[] = []
  for await (const page of glob(['*.md', 'docs/**/*.md'], { cwd: root })) pages.push(page)
  return pages.sort()
}

export function readPage(page: string): Promise<string> {
  return readFile(join(root, page), 'utf8')
}

/** The text between a heading, such as `## Flags`, and the next heading of the same or a higher level. */
export function toSection(page: string, heading: string): string {
  const [, after] = page.split(`\n${heading}\n`)
  if (after === undefined) throw new Error(`the page has no heading ${heading}`)
  const level = heading.indexOf(' ')
  return after.split(new RegExp(`^#{1,${level}} `, 'm'))[0] ?? ''
}

/** The cells of every row of the Markdown tables in a text, without headings and separators. */
export function toRows(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').map((line) =>
    /^\|.*\|$/.test(line)
      ? line
          .slice(1, -1)
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim().replaceAll('\\|', '|'))
      : [],
  )
  const isSeparator = (cells: readonly string[] | undefined) => cells?.every((cell) => /^:?-+:?$/.test(cell)) ?? false
  return rows.filter(
    (cells, index) =>
      cells.length > 0 && !isSeparator(cells) && !(rows[index + 1]?.length && isSeparator(rows[index + 1])),
  )
}

/** The texts between backticks. */
export function toCodes(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}
