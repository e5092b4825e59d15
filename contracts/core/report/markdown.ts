import { type LinkedSource, toClauseParts } from '../../../schemas/core/clause-links.ts'

/** Text for Markdown on one line. Every character that starts markup in Markdown or HTML is escaped. */
export function toMarkdownText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A clause in Markdown, with a link for each source that the clause cites. */
export function toMarkdownClause(clause: string, sources: readonly LinkedSource[]): string {
  return toClauseParts(clause, sources)
    .map(({ text, url }) => (url === undefined ? toMarkdownText(text) : `[${toMarkdownText(text)}](${url})`))
    .join('')
}
