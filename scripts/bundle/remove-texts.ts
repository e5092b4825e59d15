import type { Plugin } from 'rolldown'

const texts = ['Literal', 'TemplateLiteral', 'BinaryExpression']
const values = ['ArrayExpression', 'ObjectExpression', 'Literal']

/** Properties of schemas, operations and sources that only documents show, and the types of their values (ESTree). */
const documentKeys: Readonly<Record<string, readonly string[]>> = {
  description: texts,
  summary: texts,
  tag: texts,
  examples: values,
  quirks: values,
  errorStatuses: values,
  published: texts,
  retrieved: texts,
  sha256: texts,
  'x-quirk': values,
  'x-keyword-provenance': values,
}

/** The metadata of a schema that the mock reads: what a source does not state is a leniency. */
const marks: readonly unknown[] = ['x-provenance', 'x-enum-provenance']

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
 * Removes texts and metadata from the compiled schemas. Documents are rendered from them; the mock does not read them.
 * Without them, a mock loads faster and its bundle is smaller.
 */
export function removeTexts(folder: string): Plugin {
  return {
    name: 'remove-texts',
    transform(code, id) {
      if (!id.startsWith(`${folder}/`) || id.startsWith(`${folder}/core/lib/`)) return undefined
      const tree = this.parse(code, { lang: id.endsWith('.ts') ? 'ts' : 'js' })
      return withoutRanges(code, findTexts(tree as unknown as Node, code)) // both types describe ESTree
    },
  }
}

/** What to remove, in the order of the code. */
function findTexts(node: Node, code: string): Range[] {
  if (isDocumentProperty(node)) return [toRange(node, code)]
  const call = toCall(node)
  if (call?.name === 'noContent') return call.passed.map((text) => toRange(text, code))
  if (call?.name === 'meta' && call.target && call.passed[0]?.type === 'ObjectExpression') {
    const properties = call.passed[0].properties as readonly Node[] // ESTree
    const removed = properties.filter((property) => !isMark(property))
    const before = findTexts(call.target, code)
    if (removed.length === properties.length) return [...before, { start: call.target.end, end: node.end }]
    return [...before, ...removed.map((property) => toRange(property, code))]
  }
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => findTexts(child, code))
}

/** The function or method that a node calls, the value that has the method, and the arguments. */
function toCall({ type, callee, arguments: passed }: Node) {
  if (type !== 'CallExpression' || !isNode(callee)) return
  const target = isNode(callee.object) ? callee.object : undefined
  const named = isNode(callee.property) ? callee.property : callee
  return { name: named.name, target, passed: passed as readonly Node[] } // ESTree
}

/** A field of a model may have the name of a text, such as `description: z.string()`. Its value is a call, not a text. */
function isDocumentProperty({ type, key, value }: Node): boolean {
  if (type !== 'Property' || !isNode(key) || !isNode(value)) return false
  return documentKeys[toName(key)]?.includes(value.type) ?? false
}

/** A spread value may contain a mark. */
function isMark({ type, key }: Node): boolean {
  return type === 'SpreadElement' || (isNode(key) && marks.includes(toName(key)))
}

function toName(key: Node): string {
  return String(key.name ?? key.value)
}

function toRange({ start, end }: Node, code: string): Range {
  return { start, end: code[end] === ',' ? end + 1 : end }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function withoutRanges(code: string, ranges: readonly Range[]): string {
  const starts = [0, ...ranges.map(({ end }) => end)]
  return starts.map((start, index) => code.slice(start, ranges[index]?.start)).join('')
}
