import type { Quirk } from '../../schemas/core/quirk.ts'
import { type Rule, toRuleText } from '../../schemas/core/rules.ts'

/** A part of an OpenAPI document. */
type Node = Readonly<Record<string, unknown>>

const provenances: Readonly<Record<string, string>> = {
  defined: "**Defined**: only the vendor's definition states this.",
  observed: "**Observed**: the vendor's SDKs or servers use this. No document of the vendor states it.",
  inferred: '**Inferred**: no source states this, but clients or servers need it.',
}

/**
 * Returns a document whose descriptions also state the marks, quirks and rules, in Markdown. Reference pages show
 * extensions badly or not at all.
 */
export function annotate(document: Node): Node {
  const { info } = document
  const quirks = new Map(toQuirks(info).map((quirk) => [quirk.id, quirk]))
  const annotated = annotateNode(document, quirks) as Node // an object stays an object
  return isNode(info) ? { ...annotated, info: { ...info, description: withoutMarks(info.description) } } : annotated
}

/** The section on marks explains extensions. The notes replace them. */
function withoutMarks(description: unknown): string {
  return String(description ?? '').split('\n## Marks\n')[0] ?? ''
}

function toQuirks(info: unknown): readonly Quirk[] {
  return isNode(info) && Array.isArray(info['x-quirks']) ? (info['x-quirks'] as Quirk[]) : [] // the form of our documents
}

/** Values of examples and extensions are not parts of the document. */
const opaque = new Set(['example', 'examples', 'default', 'enum', 'const'])

function annotateNode(value: unknown, quirks: ReadonlyMap<string, Quirk>): unknown {
  if (Array.isArray(value)) return value.map((item) => annotateNode(item, quirks))
  if (!isNode(value)) return value
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => {
    return [name, opaque.has(name) || name.startsWith('x-') ? part : annotateNode(part, quirks)]
  })
  const notes = toNotes(value, quirks)
  if (notes.length === 0) return Object.fromEntries(entries)
  const description = [value.description, ...notes].filter((text) => typeof text === 'string').join('\n\n')
  return { ...Object.fromEntries(entries), description }
}

function toNotes(node: Node, quirks: ReadonlyMap<string, Quirk>): string[] {
  const mark = provenances[String(node['x-provenance'])]
  const ids = Array.isArray(node['x-quirk']) ? node['x-quirk'].map(String) : []
  const rules = Array.isArray(node['x-rules']) ? (node['x-rules'] as Rule[]) : [] // the form of our documents
  return [
    ...(mark === undefined ? [] : [mark]),
    ...rules.map((rule) => `**Rule**: ${toRuleText(rule)}`),
    ...toDetails(ids.flatMap((id) => quirks.get(id) ?? [])),
  ]
}

/** A closed section, because an operation can have many contradictions. */
function toDetails(quirks: readonly Quirk[]): string[] {
  if (quirks.length === 0) return []
  const summary = `<summary>Contradictions in the sources: ${quirks.map(({ id }) => id).join(', ')}</summary>`
  const texts = quirks.map(
    ({ id, says, does, decision }) => `**${id}**: ${says} **Here**: ${does} **Reason**: ${decision}`,
  )
  return [`<details>${summary}\n\n${texts.join('\n\n')}\n\n</details>`]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
