import type { Json, JsonObject } from './json-value.ts'
import { isObject } from './openapi-versions.ts'
import { atPointer, toPointer } from './pointer.ts'

/** The parts of operations that a document can share. Headers come first, because responses contain them. */
const sections = ['headers', 'parameters', 'responses'] as const
type Section = (typeof sections)[number]

/** One occurrence of a parameter, a header or a response. */
interface Part {
  readonly value: JsonObject
  readonly tag: string
  /** The name of its component if no other component has the name. */
  readonly name: string
  /** Other names, the best first. */
  readonly otherNames: readonly string[]
}

/** Moves parameters, headers and error responses that occur more than once to the components. Removes empty components. */
export function shareComponents(document: JsonObject): JsonObject {
  return sections.reduce(share, withoutEmpty(document))
}

/** The opposite: replaces each reference to a shared part by the part. */
export function inlineComponents(document: JsonObject): JsonObject {
  const inline = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(inline)
    if (!isObject(node)) return node
    const { $ref } = node
    if (typeof $ref === 'string' && sections.some((section) => $ref.startsWith(`#/components/${section}/`))) {
      return inline(atPointer(document, $ref) ?? null)
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]))
  }
  return { ...document, paths: inline(document.paths ?? {}) }
}

function share(document: JsonObject, section: Section): JsonObject {
  const parts = new Map<string, Part[]>()
  mapParts(document, section, (part) => {
    const key = JSON.stringify(part.value)
    parts.set(key, [...(parts.get(key) ?? []), part])
    return part.value
  })
  const schemas = Object.keys(toObject(toObject(document.components).schemas))
  const names = toNames(new Map([...parts].filter(([, group]) => group.length > 1)), schemas)
  if (names.size === 0) return document
  const mapped = mapParts(document, section, ({ value }) => {
    const name = names.get(JSON.stringify(value))
    return name === undefined ? value : { $ref: toPointer('#', 'components', section, name) }
  })
  const values = [...names].map(([key, name]) => [name, JSON.parse(key) as JsonObject] as const) // made from an object
  const sorted = values.sort(([one], [other]) => (one < other ? -1 : 1))
  return { ...mapped, components: { ...toObject(mapped.components), [section]: Object.fromEntries(sorted) } }
}

/**
 * The names of components. Of several variants, the one that operations of several tags share has the plain name. Some
 * generators derive a type from each component, so no name may differ only in case from another or from a schema.
 */
function toNames(
  groups: ReadonlyMap<string, readonly Part[]>,
  schemas: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const used = new Set(schemas.map((name) => name.toLowerCase()))
  for (const [key, [part, ...others]] of groups) {
    if (!part) continue
    const variants = [...groups.values()].filter(([first]) => first?.name === part.name)
    const isCommon = variants.length === 1 || others.some(({ tag }) => tag !== part.tag)
    const candidates = isCommon ? [part.name, `${part.name}-shared`, ...part.otherNames] : part.otherNames
    const free = candidates.find((name) => !used.has(name.toLowerCase()))
    if (free === undefined) continue
    names.set(key, free)
    used.add(free.toLowerCase())
  }
  return names
}

/** Maps every part of one kind in every operation. */
function mapParts(document: JsonObject, section: Section, map: (part: Part) => JsonObject): JsonObject {
  const mapOperation = (operation: JsonObject): JsonObject => {
    const id = String(operation.operationId)
    const tag = Array.isArray(operation.tags) ? String(operation.tags[0]) : id
    const mapNamed = (value: JsonObject, name: string) =>
      map({ value, tag, name, otherNames: [`${name}-${tag}`, `${name}-${id}`] })
    if (section === 'parameters') {
      if (!Array.isArray(operation.parameters)) return operation
      const parameters = operation.parameters.map((value) =>
        isObject(value) ? mapNamed(value, String(value.name)) : value,
      )
      return { ...operation, parameters }
    }
    const responses = mapValues(operation.responses, (value, status) => {
      if (section === 'headers')
        return isObject(value.headers) ? { ...value, headers: mapValues(value.headers, mapNamed) } : value
      const reason = reasons[status]
      // Some generators derive one name from a successful response and from its operation.
      if (reason === undefined) return value
      // Observed operations must not change the names of documented responses.
      const name = operation['x-provenance'] === 'observed' ? `${reason}-${tag}` : reason
      // Variants of an error response differ in their codes, not in their tags.
      return map({ value, tag: '', name, otherNames: [toCodes(value).join('-'), `${name}-${id}`] })
    })
    return { ...operation, responses }
  }
  return { ...document, paths: mapValues(document.paths, (item) => mapValues(item, mapOperation)) }
}

/** The statuses of errors. */
const reasons: Readonly<Record<string, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'ContentTooLarge',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
}

function toCodes(response: JsonObject): string[] {
  const codes = Array.isArray(response['x-error-codes']) ? response['x-error-codes'] : []
  return codes.flatMap((entry) => (isObject(entry) && typeof entry.code === 'string' ? [entry.code] : []))
}

function toObject(node: Json | undefined): JsonObject {
  return isObject(node) ? node : {}
}

function mapValues(node: Json | undefined, map: (value: JsonObject, key: string) => JsonObject): JsonObject {
  const entries = Object.entries(toObject(node))
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? map(value, key) : value]))
}

/** The generator writes `webhooks` and `components/parameters` even if they are empty. */
function withoutEmpty({ webhooks: _, ...document }: JsonObject): JsonObject {
  const sections = Object.entries(toObject(document.components))
  const kept = sections.filter(([, section]) => Object.keys(toObject(section)).length > 0)
  return { ...document, components: Object.fromEntries(kept) }
}
