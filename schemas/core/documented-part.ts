import type { Json, JsonObject } from './json-value.ts'
import { toReached } from './observed-parts.ts'
import { isObject } from './openapi-versions.ts'
import { inlineComponents, shareComponents } from './shared-components.ts'
import { isMarked, mapSchema, mapValues, nonEmpty, toObject, trim } from './documented-schema.ts'

/**
 * The document without everything that has a mark: operations, parameters, fields, values, keywords, headers and
 * responses. An operation with the mark `defined` stays, because a source document describes the operation. Security
 * schemes stay, because every request needs credentials.
 */
export function toDocumentedPart(document: JsonObject): JsonObject {
  const whole = inlineComponents(document)
  const { parameters: _, headers: __, responses: ___, ...components } = toObject(whole.components)
  const before = toObject(components.schemas)
  const schemas = mapValues(before, (schema) => (isMarked(whole, schema) ? undefined : mapSchema(whole, schema)))
  const kept: JsonObject = { ...whole, components: { ...components, schemas } }
  const documents = { before: whole, after: kept }
  const paths = mapValues(whole.paths, (item) =>
    nonEmpty(mapValues(item, (operation) => mapOperation(documents, operation))),
  )
  const operations = Object.values(paths).flatMap((item) => Object.values(toObject(item)).map(toObject))
  const lost = toReached([whole.paths ?? null], before)
  const needed = toReached([paths], toObject(schemas))
  const text = JSON.stringify(paths)
  return shareComponents({
    ...kept,
    info: mapInfo(toObject(whole.info), operations),
    tags: list(whole.tags).filter(({ name }) =>
      operations.some(({ tags }) => Array.isArray(tags) && tags.includes(name ?? '')),
    ),
    paths,
    components: {
      ...components,
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => needed.has(name) || !lost.has(name))),
      examples: mapValues(components.examples, (example, name) =>
        text.includes(`"#/components/examples/${name}"`) ? toErrorExample(kept, operations, example) : undefined,
      ),
    },
  })
}

/** The original document, and the document whose models have no marks. */
interface Documents {
  readonly before: JsonObject
  readonly after: JsonObject
}

/** The examples among the components are bodies of errors, which have one model. */
function toErrorExample(document: JsonObject, operations: readonly JsonObject[], example: JsonObject): JsonObject {
  const responses = operations.flatMap((operation) => Object.values(toObject(operation.responses)).map(toObject))
  const error = responses.find((response) => 'x-error-codes' in response)
  const [media] = Object.values(toObject(error?.content))
  return { ...example, value: trim(document, toObject(toObject(media).schema), example.value ?? null) ?? null }
}

function mapInfo(info: JsonObject, operations: readonly JsonObject[]): JsonObject {
  const ids = new Set(operations.map(({ operationId }) => String(operationId).replace(/ByQualifier$/, '')))
  const cited = operations.map((operation) => String(operation['x-source']))
  const quirks = list(info['x-quirks']).flatMap((quirk): JsonObject[] => {
    const touched = Array.isArray(quirk.operations) ? quirk.operations : []
    const left = touched.filter((id) => ids.has(String(id)))
    return touched.length > 0 && left.length === 0 ? [] : [{ ...quirk, operations: left }]
  })
  return {
    ...info,
    'x-sources': list(info['x-sources']).filter(({ id }) => cited.some((source) => source.startsWith(`${id} `))),
    'x-quirks': quirks,
  }
}

function mapOperation(documents: Documents, operation: JsonObject): JsonObject | undefined {
  if (isUndocumented(operation)) return undefined
  const { 'x-provenance': _, requestBody, ...rest } = operation
  return {
    ...rest,
    ...(Array.isArray(rest.parameters) && {
      parameters: rest.parameters.flatMap((parameter): JsonObject[] =>
        isObject(parameter) && !isMarked(documents.before, parameter) ? [mapSchemaOf(documents.before, parameter)] : [],
      ),
    }),
    ...(isObject(requestBody) && { requestBody: mapContent(documents, requestBody) }),
    responses: mapValues(rest.responses, (response) => mapResponse(documents, response)),
  }
}

/** A source document describes what has the mark `defined`. */
function isUndocumented({ 'x-provenance': mark }: JsonObject): boolean {
  return mark !== undefined && mark !== 'defined'
}

function mapResponse(documents: Documents, response: JsonObject): JsonObject | undefined {
  const { 'x-error-codes': codes, 'x-provenance': _, headers, ...rest } = response
  const left = list(codes).filter((code) => !('x-provenance' in code))
  if (isUndocumented(response) || (codes !== undefined && left.length === 0)) return undefined
  const shown = nonEmpty(
    mapValues(headers, (header) =>
      isMarked(documents.before, header) ? undefined : mapSchemaOf(documents.before, header),
    ),
  )
  const mapped: JsonObject = { ...mapContent(documents, rest), ...(shown && { headers: shown }) }
  if (codes === undefined) return mapped
  const names = new Set(left.map(({ code }) => String(code)))
  const lines = String(rest.description).split('\n')
  return {
    ...mapped,
    description: lines.filter((line) => [...names].some((code) => line.startsWith(`- \`${code}\`:`))).join('\n'),
    'x-error-codes': left,
    content: mapValues(mapped.content, (media) => ({
      ...media,
      examples: mapValues(media.examples, (example, code) => (names.has(code) ? example : undefined)),
    })),
  }
}

/** Removes examples with a value that is not documented. */
function mapContent({ before, after }: Documents, owner: JsonObject): JsonObject {
  if (!isObject(owner.content)) return owner
  const content = mapValues(owner.content, (media) => {
    const schema = toObject(media.schema)
    const examples = mapValues(media.examples, (example) => {
      if (!('value' in example)) return example
      const value = trim(after, schema, example.value ?? null)
      return value === undefined ? undefined : { ...example, value }
    })
    return { ...mapSchemaOf(before, media), examples }
  })
  return { ...owner, content }
}

function mapSchemaOf(document: JsonObject, owner: JsonObject): JsonObject {
  return isObject(owner.schema) ? { ...owner, schema: mapSchema(document, owner.schema) } : owner
}

function list(node: Json | undefined): JsonObject[] {
  return Array.isArray(node) ? node.filter((item) => isObject(item)) : []
}
