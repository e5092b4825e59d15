import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** The parts of an OpenAPI document that the configurations of the peers use. */
export interface Document {
  readonly info: Readonly<Record<string, unknown>>
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface DocumentOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Readonly<Record<string, unknown>>[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, DocumentResponse>>
}

interface DocumentResponse {
  readonly content?: Content
  readonly $ref?: string
}

type Content = Readonly<
  Record<string, { readonly examples?: Readonly<Record<string, { readonly value?: unknown; readonly $ref?: string }>> }>
>

/** Reads the document in OpenAPI 3.0, which all peers support. */
export async function readDocument(file: string): Promise<Document> {
  return inlineResponses(parse(await readFile(file, 'utf8')) as Document) // the generated document has this form
}

/** Replaces the references to responses with the responses. */
export function inlineResponses(document: Document): Document {
  const toResponse = ({ $ref, ...response }: DocumentResponse): DocumentResponse =>
    ($ref === undefined ? response : document.components.responses?.[$ref.split('/').at(-1) ?? '']) as DocumentResponse // a reference leads to a response
  const toOperation = ({ responses, ...operation }: DocumentOperation): DocumentOperation => ({
    ...operation,
    responses: mapValues(responses, toResponse),
  })
  return { ...document, paths: mapValues(document.paths, (item) => mapValues(item, toOperation)) }
}

function mapValues<A, B>(values: Readonly<Record<string, A>>, toValue: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toValue(value)]))
}

/** Reduces a document to the operations of one tag and the components that they reference. */
export function cutDocument(document: Document, tag: string): Document {
  const paths = Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, item]) => {
      const operations = Object.entries(item).filter(([, { tags }]) => tags.includes(tag))
      return operations.length === 0 ? [] : [[path, Object.fromEntries(operations)]]
    }),
  )
  const { 'x-quirks': _, 'x-sources': __, ...info } = document.info
  const reached = new Set<string>()
  const waiting: unknown[] = [paths]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    for (const [, section = '', name = ''] of JSON.stringify(value).matchAll(/"#\/components\/([^/"]+)\/([^/"]+)"/g)) {
      if (reached.has(`${section}/${name}`)) continue
      reached.add(`${section}/${name}`)
      waiting.push(document.components[section]?.[name])
    }
  }
  const components = Object.fromEntries(
    Object.entries(document.components).map(([section, entries]) => [
      section,
      Object.fromEntries(
        Object.entries(entries).filter(([name]) => section === 'securitySchemes' || reached.has(`${section}/${name}`)),
      ),
    ]),
  )
  return { ...document, info, paths, components }
}

/** Adds an example to every path parameter. Some tools skip operations without examples. */
export function addExamples(document: Document, toValue: (operationId: string, parameter: string) => string): Document {
  const toOperation = (operation: DocumentOperation): DocumentOperation => ({
    ...operation,
    ...(operation.parameters && {
      parameters: operation.parameters.map((parameter) =>
        parameter.in === 'path'
          ? { ...parameter, example: toValue(operation.operationId, String(parameter.name)) }
          : parameter,
      ),
    }),
  })
  return { ...document, paths: mapValues(document.paths, (item) => mapValues(item, toOperation)) }
}

/** Removes the examples of bodies. Some tools combine them with generated parameters. */
export function dropExamples(document: Document): Document {
  const drop = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(drop)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (key === 'examples' ? [] : [[key, drop(inner)]])),
    )
  }
  return { ...document, paths: drop(document.paths) as Document['paths'] } // the same structure without examples
}
