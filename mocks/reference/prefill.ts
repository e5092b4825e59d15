/** A part of an OpenAPI document. */
type Node = Readonly<Record<string, unknown>>

/**
 * Returns a document with which Swagger UI fills in only what each request needs. Optional parameters have their
 * example and default in the description. A parameter of a path names the resource that the example request creates.
 */
export function withPrefills(document: Node): Node {
  return prefillNode(document, toCreatedNames(document)) as Node // an object stays an object
}

function prefillNode(value: unknown, created: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => prefillNode(item, created))
  if (!isNode(value)) return value
  if (typeof value.in === 'string' && isNode(value.schema)) return prefillParameter(value, value.schema, created)
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => {
    return [name, isValue(name) ? part : prefillNode(part, created)]
  })
  return Object.fromEntries(entries)
}

/** Examples and extensions have no parameters. */
const isValue = (name: string) => name === 'example' || name === 'examples' || name.startsWith('x-')

function prefillParameter(parameter: Node, schema: Node, created: ReadonlyMap<string, unknown>): Node {
  const { example: stated, ...others } = parameter
  const example = (parameter.in === 'path' ? created.get(String(parameter.name)) : undefined) ?? stated
  if (parameter.required === true) return example === undefined ? parameter : { ...parameter, example }
  const { default: defaultValue, example: _, ...rest } = schema
  const notes = Object.entries({ Default: defaultValue, Example: example })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: \`${typeof value === 'string' ? value : JSON.stringify(value)}\``)
  const description = [parameter.description, notes.join('. ')].filter((text) => text).join('\n\n')
  return { ...others, schema: rest, description }
}

/**
 * The name of each parameter at the end of a path, with its value in the first example of the request that creates a
 * resource: `/services/{serviceName}` gets `serviceName` of `POST /services`.
 */
function toCreatedNames({ paths }: Node): ReadonlyMap<string, unknown> {
  const created = new Map<string, unknown>()
  if (!isNode(paths)) return created
  for (const path of Object.keys(paths)) {
    const [, parent = '', name = ''] = /^(.+)\/\{(\w+)\}$/.exec(path) ?? []
    const value = readField(toFirstExample(paths[parent]), name)
    if (value !== undefined) created.set(name, value)
  }
  return created
}

function toFirstExample(item: unknown): unknown {
  const [media] = Object.values(toNode(readField(readField(readField(item, 'post'), 'requestBody'), 'content')))
  const [first] = Object.values(toNode(readField(media, 'examples')))
  return readField(first, 'value')
}

const readField = (value: unknown, name: string): unknown => toNode(value)[name]

const toNode = (value: unknown): Node => (isNode(value) ? value : {})

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
