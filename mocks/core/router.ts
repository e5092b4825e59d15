import { type Segment, toPathNames, toSegments } from '../../schemas/core/lib/path-template.ts'

/** A route of an operation: one of its path templates, with the base path. */
export interface Route<T> {
  /** In upper case. */
  readonly method: string
  readonly template: string
  readonly target: T
}

/** The names of a template, and their encoded values in the same order. */
export interface Captured {
  readonly names: readonly string[]
  readonly captures: readonly string[]
}

export type Match<T> =
  | ({ readonly kind: 'found'; readonly target: T } & Captured)
  /** The path exists with other methods. */
  | { readonly kind: 'wrongMethod'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' }

export type Router<T> = (method: string, path: string) => Match<T>

/**
 * A trie of path templates. Paths are matched as they were sent, so that an encoded slash stays inside its value.
 * Values are decoded later, one by one. An empty segment never matches a name.
 */
export function createRouter<T>(routes: readonly Route<T>[]): Router<T> {
  const root = createNode<T>()
  for (const route of routes) insert(root, route)
  return (method, path) => {
    if (!path.startsWith('/')) return { kind: 'unknown' }
    const captures: string[] = []
    const leaf = walk(root, path, 1, method, captures)
    if (!leaf) {
      const allowed = toAllowed(root, path)
      return allowed.length > 0 ? { kind: 'wrongMethod', allowed } : { kind: 'unknown' }
    }
    return { kind: 'found', target: leaf.target, names: leaf.names, captures }
  }
}

interface Leaf<T> {
  readonly target: T
  readonly names: readonly string[]
}

interface Node<T> {
  readonly statics: Map<string, Node<T>>
  pair: { readonly separator: string; readonly node: Node<T> } | undefined
  name: Node<T> | undefined
  readonly leaves: Map<string, Leaf<T>>
}

function createNode<T>(): Node<T> {
  return { statics: new Map(), pair: undefined, name: undefined, leaves: new Map() }
}

function insert<T>(root: Node<T>, { method, template, target }: Route<T>): void {
  const node = toSegments(template).reduce((parent, segment) => toChild(parent, segment, template), root)
  if (node.leaves.has(method)) throw new TypeError(`${method} ${template} is declared twice`)
  node.leaves.set(method, { target, names: toPathNames(template) })
}

/** The child of a node for one segment. Creates it if it does not exist. */
function toChild<T>(node: Node<T>, segment: Segment, template: string): Node<T> {
  if (segment.kind === 'name') {
    node.name ??= createNode()
    return node.name
  }
  if (segment.kind === 'pair') {
    node.pair ??= { separator: segment.separator, node: createNode() }
    if (node.pair.separator !== segment.separator) throw new TypeError(`${template}: two separators at one place`)
    return node.pair.node
  }
  const child = node.statics.get(segment.text) ?? createNode<T>()
  node.statics.set(segment.text, child)
  return child
}

/**
 * Walks down from a node. It tries static text, then pairs, then names, and backtracks if a branch has no leaf for this
 * method. For example, `DELETE /services/a.b` has no qualified path, so `a.b` is the name.
 */
function walk<T>(node: Node<T>, path: string, start: number, method: string, captures: string[]): Leaf<T> | undefined {
  if (start > path.length) return node.leaves.get(method)
  const slash = path.indexOf('/', start)
  const end = slash === -1 ? path.length : slash
  const text = path.slice(start, end)
  const taken = captures.length

  const child = node.statics.get(text)
  const byText = child && walk(child, path, end + 1, method, captures)
  if (byText) return byText

  if (node.pair) {
    const { separator, node: below } = node.pair
    const cut = text.lastIndexOf(separator)
    if (cut > 0 && cut + separator.length < text.length) {
      captures.push(text.slice(0, cut), text.slice(cut + separator.length))
      const byPair = walk(below, path, end + 1, method, captures)
      if (byPair) return byPair
      captures.length = taken
    }
  }

  if (node.name && text !== '') {
    captures.push(text)
    const byName = walk(node.name, path, end + 1, method, captures)
    if (byName) return byName
    captures.length = taken
  }
  return undefined
}

/** The methods of a path. Called only if the request's method does not match. */
function toAllowed<T>(root: Node<T>, path: string): string[] {
  return methods.filter((method) => walk(root, path, 1, method, []) !== undefined)
}

const methods = ['GET', 'POST', 'PUT', 'DELETE']
