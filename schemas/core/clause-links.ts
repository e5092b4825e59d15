import type { Api } from './api.ts'
import { type Source, toSourceUrl } from './source.ts'

/** A source with the names that its anchors have, as plain JSON: everything that a link to a clause needs. */
export interface LinkedSource extends Pick<Source, 'id' | 'title' | 'url'> {
  /** URL of the web page at each operation and each definition, by name. Empty for a source without anchors. */
  readonly anchors: Readonly<Record<string, string>>
}

/** A part of a clause. `url` is set where the part cites a source. */
export interface ClausePart {
  readonly text: string
  readonly url?: string
}

/** The sources of an API, with the URL of every operation and definition. */
export function toLinkedSources(api: Pick<Api, 'sources' | 'operations' | 'models'>): LinkedSource[] {
  return api.sources.map((source) => {
    const operations = Object.values(api.operations).filter((operation) => operation.source.source.id === source.id)
    const names = [...operations.map(({ id }) => id), ...Object.keys(api.models)]
    const { id, title, url } = source
    return {
      id,
      title,
      url,
      anchors: source.anchors ? Object.fromEntries(names.map((name) => [name, toSourceUrl(source, name)])) : {},
    }
  })
}

/**
 * Splits a clause into text and links: `004 CreateFunction 409`, `004 Definitions, Alias: versionId`,
 * `004 DeleteFunction 204; CreateFunction 200`, `000 request table: handler`. A name after `; ` belongs to the source
 * before it. Text without the id of a source, such as `observed: …`, has no link.
 */
export function toClauseParts(clause: string, sources: readonly LinkedSource[]): ClausePart[] {
  const ids = sources.map(({ id }) => escapePattern(id)).join('|')
  if (ids === '') return [{ text: clause }]
  const pattern = new RegExp(
    `(?<![\\w-])(?<id>${ids})(?: (?:Definitions, )?(?<name>\\w+))?(?![\\w-])|(?<=; )(?<next>[A-Z]\\w+)`,
    'g',
  )
  const parts: ClausePart[] = []
  let end = 0
  let source: LinkedSource | undefined
  for (const match of clause.matchAll(pattern)) {
    const { id, name, next } = match.groups ?? {}
    source = sources.find((one) => one.id === id) ?? source
    const link = source && toLink(source, match[0], id, name ?? next)
    if (!link) continue
    if (match.index > end) parts.push({ text: clause.slice(end, match.index) })
    parts.push(link)
    end = match.index + link.text.length
  }
  if (end < clause.length) parts.push({ text: clause.slice(end) })
  return parts
}

/** A link to the name's anchor. Without an anchor, the id of the source alone is a link. */
function toLink(source: LinkedSource, text: string, id: string | undefined, name = ''): ClausePart | undefined {
  const anchor = Object.hasOwn(source.anchors, name) ? source.anchors[name] : undefined
  if (anchor !== undefined) return { text, url: anchor }
  return id === undefined ? undefined : { text: id, url: source.url }
}

/** The URLs that a clause cites, each once, in their order. */
export function toClauseUrls(clause: string, sources: readonly LinkedSource[]): string[] {
  return [...new Set(toClauseParts(clause, sources).flatMap(({ url }) => url ?? []))]
}

function escapePattern(text: string): string {
  return text.replaceAll(/[^\w]/g, '\\$&')
}
