import { type LinkedSource, toClauseParts } from '../../../schemas/core/clause-links.ts'

/**
 * Text for Markdown on one line. Every character that starts markup in Markdown, HTML or GitHub's extensions is escaped, also
 * in addresses, which GitHub would turn into links.
 */
export function toMarkdownText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|#&~$@!]|:(?=\/\/)|\.(?<=\bwww\.)/gi, (character) => `&#${character.charCodeAt(0)};`)
}

/** A block of code whose text cannot end the block. */
export function toMarkdownCode(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}sh\n${text}\n${fence}`
}

/** A clause in Markdown, with a link for each source that the clause cites. */
export function toMarkdownClause(clause: string, sources: readonly LinkedSource[]): string {
  return toClauseParts(clause, sources)
    .map(({ text, url }) => (url === undefined ? toMarkdownText(text) : `[${toMarkdownText(text)}](${url})`))
    .join('')
}
