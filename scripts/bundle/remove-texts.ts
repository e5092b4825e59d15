import type { Plugin } from 'rolldown'

const texts = ['Literal', 'TemplateLiteral', 'BinaryExpression']
const values = ['ArrayExpression', 'ObjectExpression', 'Literal']

/** Properties of schemas and operations that only documents show, and the types of their values (ESTree). */
const documentKeys: Readonly<Record<string, readonly string[]>> = {
  description: texts,
  summary: texts,
  examples: values,
  quirks: values,
  'x-quirk': values,
  'x-provenance': values,
  'x-keyword-provenance': values,
  'x-enum-provenance': values,
}

/** The marks in `schemas/core/provenance.ts`, which schemas spread. */
const marks = new Set(['defined', 'observed', 'inferred'])

/** A node of a syntax tree (ESTree). */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** Part of a text, from `start` to before `end`. */
interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Removes descriptions, examples and marks from the compiled schemas of the APIs. Documents are rendered from them; the
 * mock does not read them. Without them, a mock loads faster and its bundle is smaller.
 */
export function removeTexts(folder: string): Plugin {
  return {
    name: 'remove-texts',
    transform(code, id) {
      if (!id.startsWith(`${folder}/`) || id.startsWith(`${folder}/core/`)) return undefined
      const tree = this.parse(code, { lang: id.endsWith('.ts') ? 'ts' : 'js' })
      return withoutRanges(code, findTexts(tree as unknown as Node, code)) // both types describe ESTree
    },
  }
}

/** The properties to remove, and the calls of `meta` that would have no property left. In the order of the code. */
function findTexts(node: Node, code: string): Range[] {
  const target = toEmptyMeta(node)
  if (target) return [...findTexts(target, code), { start: target.end, end: node.end }]
  if (isTextProperty(node)) return [{ start: node.start, end: code[node.end] === ',' ? node.end + 1 : node.end }]
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => findTexts(child, code))
}

/** The schema of `schema.meta({ description: … })`, if documents alone need all properties. */
function toEmptyMeta({ type, callee, arguments: passed }: Node): Node | undefined {
  if (type !== 'CallExpression' || !isNode(callee) || !isNode(callee.object) || !isNode(callee.property)) return
  const [value] = passed as readonly Node[] // ESTree
  if (callee.property.name !== 'meta' || value?.type !== 'ObjectExpression') return
  return (value.properties as readonly Node[]).every(isTextProperty) ? callee.object : undefined // ESTree
}

/** A field of a model may have the name of a text, such as `description: z.string()`. Its value is a call, not a text. */
function isTextProperty({ type, key, value, argument }: Node): boolean {
  if (type === 'SpreadElement') return isNode(argument) && marks.has(String(argument.name))
  if (type !== 'Property' || !isNode(key) || !isNode(value)) return false
  return documentKeys[String(key.name ?? key.value)]?.includes(value.type) ?? false
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function withoutRanges(code: string, ranges: readonly Range[]): string {
  const starts = [0, ...ranges.map(({ end }) => end)]
  return starts.map((start, index) => code.slice(start, ranges[index]?.start)).join('')
}
