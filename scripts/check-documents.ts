import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { triggerConfigNames } from '../schemas/aliyun-fc-2021-04-06/models/trigger-config.ts'
import { apis } from '../schemas/apis.ts'
import type { Json, JsonObject } from '../schemas/core/json-value.ts'
import { isObject } from '../schemas/core/openapi-versions.ts'
import { followPointer } from '../schemas/core/pointer.ts'

interface Exception {
  readonly rule: string
  /** The place of the finding. Absent: every place. */
  readonly pointer?: string
  readonly reason: string
}

/** Models of FC-DEF that no operation uses. */
const unusedModels = [
  'AvailableAZ',
  'DefinedError',
  'ErrorInfo',
  'JWTAuthConfig',
  'JaegerConfig',
  'PreFreeze',
  'PreStop',
  'VendorConfig',
]

/** Accepted findings of the recommended rules of Redocly. */
const exceptions: readonly Exception[] = [
  {
    rule: 'no-ambiguous-paths',
    reason:
      'Source 004 has /services/{serviceName} and /services/{serviceName}.{qualifier}. The dot distinguishes them.',
  },
  {
    rule: 'no-unused-components',
    pointer: '#/components/schemas/Version',
    reason:
      'Source 004 defines Version, but no operation uses it (quirk A9). The rows of Version have their place here.',
  },
  ...unusedModels.map((name) => ({
    rule: 'no-unused-components',
    pointer: `#/components/schemas/${name}`,
    reason: 'FC-DEF defines the model, but no operation uses it (quirk D12).',
  })),
  ...Object.values(triggerConfigNames).map((name) => ({
    rule: 'no-unused-components',
    pointer: `#/components/schemas/${name}`,
    reason: 'The model describes the text of triggerConfig. OpenAPI 3.0 has no keyword for that.',
  })),
]

/** Errors and warnings of Redocly's recommended rules on one document, as `rule: message (place)`. */
export async function lintDocument(text: string, name: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: text, absoluteRef: name, config })
  return problems
    .map(({ ruleId, message, location }) => ({ ruleId, message, pointer: location[0]?.pointer ?? '' }))
    .filter(
      ({ ruleId, pointer }) =>
        !exceptions.some((exception) => exception.rule === ruleId && (exception.pointer ?? pointer) === pointer),
    )
    .map(({ ruleId, message, pointer }) => `${ruleId}: ${message} (${pointer})`)
}

/**
 * Requests and responses without an example, and examples that do not match their schema. Ajv validates the examples,
 * because it shares no code with zod.
 */
export function findExampleProblems(document: JsonObject): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ ...document, $id: 'document' })
  return [...findMedia(document, '#')].flatMap(({ pointer, media }) => {
    const examples = Object.entries(isObject(media.examples) ? media.examples : {}).map(
      ([name, example]) => [name, isObject(example) ? toExample(document, example) : undefined] as const,
    )
    if (examples.length === 0) return [`${pointer}: has no example`]
    const validate = ajv.compile({ $ref: `document${pointer}/schema` })
    return examples
      .filter(([, example]) => !validate(example?.value))
      .map(([name]) => `${pointer}/examples/${name}: ${ajv.errorsText(validate.errors)}`)
  })
}

function toExample(document: JsonObject, example: JsonObject): JsonObject | undefined {
  return typeof example.$ref === 'string' ? followPointer(document, example.$ref) : example
}

/** Every media type object of a request or response, with its pointer, percent-encoded for use as a reference. */
function* findMedia(node: Json, pointer: string): Generator<{ pointer: string; media: JsonObject }> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* findMedia(item, `${pointer}/${index}`)
  if (!isObject(node)) return
  for (const [key, value] of Object.entries(node)) {
    const at = `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`
    if (key !== 'content' || !isObject(value)) {
      yield* findMedia(value, at)
      continue
    }
    for (const [mediaType, media] of Object.entries(value)) {
      if (isObject(media)) yield { pointer: `${at}/${encodeURIComponent(mediaType.replaceAll('/', '~1'))}`, media }
    }
  }
}

/** Examples of fields and parameters that do not match their schema. */
export function findFieldExampleProblems(document: JsonObject): string[] {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema({ ...document, $id: 'document' })
  return [...findSchemas(document, '#')].flatMap(({ pointer, schema }) => {
    const validate = ajv.compile({ $ref: `document${pointer}` })
    const examples = Array.isArray(schema.examples) ? schema.examples : []
    return examples
      .filter((example) => !validate(example))
      .map((example) => `${pointer}: example ${JSON.stringify(example)}: ${ajv.errorsText(validate.errors)}`)
  })
}

function* findSchemas(node: Json, pointer: string): Generator<{ pointer: string; schema: JsonObject }> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* findSchemas(item, `${pointer}/${index}`)
  if (!isObject(node)) return
  if (Array.isArray(node.examples)) yield { pointer, schema: node }
  for (const [key, value] of Object.entries(node)) {
    yield* findSchemas(value, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
  }
}

async function main(): Promise<number> {
  const folder = join(import.meta.dirname, '..', 'generated')
  let problems = 0
  for (const { id } of apis) {
    for (const file of ['openapi.json', 'openapi-3.0.yaml']) {
      const text = await readFile(join(folder, id, file), 'utf8')
      const found = await lintDocument(text, join(folder, id, file))
      // Ajv supports JSON Schema 2020-12, which OpenAPI 3.1 uses. The 3.0 document comes from the same schemas.
      const document = file === 'openapi.json' ? (JSON.parse(text) as JsonObject) : undefined // our own file
      if (document) found.push(...findExampleProblems(document), ...findFieldExampleProblems(document))
      console.log(`${found.length === 0 ? styleText('green', 'ok') : styleText('red', 'bad')} generated/${id}/${file}`)
      for (const problem of found) console.error(`  ${problem}`)
      problems += found.length
    }
  }
  for (const { rule, pointer = 'everywhere', reason } of exceptions)
    console.log(`accepted: ${rule} (${pointer}): ${reason}`)
  return problems === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await main()
