import type { Source } from '../../schemas/core/source.ts'
import { toTable } from './table.ts'

/** Sources as a Markdown table. */
export function toSourcesTable(sources: readonly Omit<Source, 'anchors'>[]): string {
  return toTable(
    ['id', 'source', 'published', 'retrieved', 'sha256 of the transcribed input'],
    sources.map(({ id, title, url, published, retrieved, sha256 }) => [
      id,
      `[${title}](${url})`,
      published,
      retrieved ?? 'not recorded',
      `\`${sha256}\``,
    ]),
  )
}
