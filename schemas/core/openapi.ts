import {
  OpenAPIRegistry,
  OpenApiGeneratorV3,
  OpenApiGeneratorV31,
  type RouteConfig,
  zodToOpenAPIRegistry,
} from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Api, ApiWithQuirks } from './api.ts'
import { moveDefaults } from './defaults.ts'
import type { Dialect } from './dialect.ts'
import { toErrorGroups } from './error-groups.ts'
import { toInfoDescription } from './info-description.ts'
import type { JsonObject } from './json-value.ts'
import { markObservedParts } from './observed-parts.ts'
import { withParameterExamples } from './parameter-examples.ts'
import { toOpenApi30, toOpenApi31 } from './openapi-versions.ts'
import type { Examples, Operation, SuccessResponse } from './operation.ts'
import { shareComponents } from './shared-components.ts'
import { toCitation, toOperationUrl } from './source.ts'

export type OpenApiVersion = '3.1' | '3.0'

/** A schema that cannot be converted. The message names the file and the operation or model. */
class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

/** The document of an API in one version of OpenAPI. Pure: the same schemas give the same document. */
export function toDocument(api: ApiWithQuirks, version: OpenApiVersion): JsonObject {
  nameModels(api)
  const generate = (definitions: Definitions) =>
    version === '3.1'
      ? new OpenApiGeneratorV31(definitions, generatorOptions).generateDocument(toHead(api, version))
      : new OpenApiGeneratorV3(definitions, generatorOptions).generateDocument(toHead(api, version))
  const generated = generateWhole(api, generate)
  // The round trip removes keys with the value undefined.
  const marked = markObservedParts(JSON.parse(JSON.stringify(generated)) as JsonObject, api.quirks)
  const plain = withParameterExamples(moveDefaults(marked))
  return shareComponents(version === '3.1' ? toOpenApi31(plain) : toOpenApi30(plain))
}

/** No value matches two alternatives of a union. More generators support `oneOf` than `anyOf`. */
const generatorOptions = { sortComponents: 'alphabetically', unionPreferredType: 'oneOf' } as const

type Definitions = ConstructorParameters<typeof OpenApiGeneratorV31>[0]
type Generate = (definitions: Definitions) => { components?: { schemas?: object } }

/** Generates the document. If that fails, each operation is generated alone to find the failing one. */
function generateWhole(api: Api, generate: Generate): unknown {
  const operations = Object.values(api.operations)
  const definitions = [...toPlainComponents(api), ...toModels(api, generate)]
  try {
    return generate([...definitions, ...operations.flatMap((operation) => toRouteDefinitions(api, operation))])
  } catch (failure) {
    for (const operation of operations) {
      const file = `schemas/${api.id}/operations/${toKebab(operation.id)}.ts`
      nameFailures(`${file}: operation ${operation.id}`, () => generate(toRouteDefinitions(api, operation)))
    }
    throw failure
  }
}

/** Registers the component name of every model, so that schemas reference the model. */
function nameModels(api: Api): void {
  for (const [name, schema] of Object.entries(api.models)) {
    zodToOpenAPIRegistry.add(schema, { _internal: { refId: name } })
  }
}

/** The security schemes, and one example for each error code of an operation. */
function toPlainComponents(api: Api): Definitions {
  const registry = new OpenAPIRegistry()
  for (const [name, scheme] of Object.entries(api.dialect.security)) {
    registry.registerComponent('securitySchemes', name, { ...scheme })
  }
  const groups = Object.values(api.operations).flatMap((operation) => toErrorGroups(api, operation))
  const examples = new Map(groups.flatMap((group) => Object.entries(group.examples)))
  for (const [code, { summary, value }] of examples) registry.registerComponent('examples', code, { summary, value })
  return registry.definitions
}

/**
 * The models, each before the models that reference it. The generator takes the annotations of a component from its first
 * occurrence, and a reference may have other annotations. A model references more models than each of its references.
 */
function toModels(api: Api, generate: Generate): Definitions {
  return Object.entries(api.models)
    .map(([name, schema]) => {
      const definition = { type: 'schema' as const, schema }
      const alone = nameFailures(`schemas/${api.id}/models: model ${name}`, () => generate([definition]))
      return { definition, reach: Object.keys(alone.components?.schemas ?? {}).length }
    })
    .sort((a, b) => a.reach - b.reach)
    .map(({ definition }) => definition)
}

function toRouteDefinitions(api: Api, operation: Operation): Definitions {
  return toRoutes(api, operation).map((route) => ({ type: 'route', route }))
}

/** Adds the name of the failing part. The errors of the library do not name it. */
function nameFailures<T>(part: string, run: () => T): T {
  try {
    return run()
  } catch (cause) {
    const reason = cause && typeof cause === 'object' && 'message' in cause ? cause.message : cause
    throw new DocumentError(`${part} cannot be generated: ${reason}`, { cause })
  }
}

function toHead(api: ApiWithQuirks, version: OpenApiVersion) {
  const [governing] = api.sources
  return {
    openapi: version === '3.1' ? '3.1.0' : '3.0.3',
    info: {
      title: api.title,
      version: api.version,
      description: toInfoDescription(api),
      contact: { name: 'faas-contracts' },
      license: {
        name: 'MIT',
        ...(version === '3.1' ? { identifier: 'MIT' } : { url: 'https://spdx.org/licenses/MIT.html' }),
      },
      'x-sources': api.sources.map(({ anchors: _, ...source }) => ({ ...source })),
      'x-quirks': api.quirks.map(({ differs: _, ...quirk }) => ({ ...quirk })),
    },
    servers: toServers(api.dialect),
    ...(governing && { externalDocs: { description: governing.title, url: governing.url } }),
    tags: Object.entries(api.tags).map(([name, description]) => ({ name, description })),
    security: Object.keys(api.dialect.security).map((name) => ({ [name]: [] })),
  }
}

/**
 * The server of the vendor, and the mock. The description of the server explains its variables, because common validators
 * reject a variable with a description.
 */
function toServers({ server, basePath }: Dialect) {
  const variables = Object.entries(server.variables)
  return [
    {
      url: `${server.url}${basePath}`,
      description: [
        'The server of the vendor.',
        ...variables.map(([name, { description }]) => `${name}: ${description}`),
      ].join(' '),
      variables: Object.fromEntries(variables.map(([name, variable]) => [name, { default: variable.default }])),
    },
    { url: `http://127.0.0.1:4010${basePath}`, description: 'The mock: `npx faas-contracts mock`.' },
  ]
}

/** One route for the operation, and a second one for the qualified path, if there is one. */
function toRoutes(api: Api, operation: Operation): RouteConfig[] {
  const plain = toRoute(api, operation, operation.path, operation.id)
  if (!operation.qualifiedPath) return [plain]
  const qualified = { ...operation, summary: `${operation.summary} of a version or alias` }
  return [plain, toRoute(api, qualified, operation.qualifiedPath, `${operation.id}ByQualifier`)]
}

function toRoute(api: Api, operation: Operation, path: string, operationId: string): RouteConfig {
  const pathShape = Object.fromEntries(
    Object.entries(operation.params.path)
      .filter(([name]) => path.includes(`{${name}}`))
      .map(([name, schema]) => [name, schema instanceof z.ZodOptional ? schema.unwrap() : schema]),
  )
  return {
    method: operation.method,
    path,
    operationId,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    externalDocs: toExternalDocs(operation),
    'x-source': toCitation(operation.source),
    ...(operation.deprecated && { deprecated: true }),
    ...(operation.provenance && { 'x-provenance': operation.provenance }),
    ...(operation.quirks.length > 0 && { 'x-quirk': [...operation.quirks] }),
    request: {
      params: z.object(pathShape),
      query: z.object({ ...operation.params.query }),
      headers: z.object({ ...operation.params.header }),
      ...(operation.body && {
        body: {
          description: operation.body.description,
          required: operation.body.required,
          ...(operation.body.quirks && { 'x-quirk': [...operation.body.quirks] }),
          content: {
            [operation.body.mediaType]: {
              schema: operation.body.schema,
              examples: toExamples(operation.body.examples),
            },
          },
        },
      }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.success).map(([status, response]) => [status, toSuccess(api, response)]),
      ),
      ...toErrorResponses(api, operation),
    },
  }
}

/** The source of the operation, with a link to the place that states the operation. */
function toExternalDocs(operation: Operation) {
  const { source, clause } = operation.source
  const { title } = source
  return { description: title.includes(clause) ? title : `${title}: ${clause}`, url: toOperationUrl(operation) }
}

function toExamples(examples: Examples) {
  return Object.fromEntries(Object.entries(examples).map(([name, { summary, value }]) => [name, { summary, value }]))
}

function toExampleReferences(examples: Examples) {
  return Object.fromEntries(Object.keys(examples).map((name) => [name, { $ref: `#/components/examples/${name}` }]))
}

/** The header with the request id, which every response has. No source documents it. */
function requestIdHeader(api: Api) {
  return {
    [api.dialect.requestIdHeader]: z
      .string()
      .optional()
      .meta({ description: 'Id of the request, for support and logs.', 'x-provenance': 'observed' }),
  }
}

function toSuccess(api: Api, response: SuccessResponse) {
  return {
    description: response.description,
    ...(response.provenance && { 'x-provenance': response.provenance }),
    headers: z.object({ ...response.headers, ...requestIdHeader(api) }),
    ...(response.schema && {
      content: { [response.mediaType]: { schema: response.schema, examples: toExamples(response.examples) } },
    }),
  }
}

function toErrorResponses(api: Api, operation: Operation): RouteConfig['responses'] {
  return Object.fromEntries(
    toErrorGroups(api, operation).map((group) => [
      group.status,
      {
        description: group.description,
        ...(group.provenance && { 'x-provenance': group.provenance }),
        'x-error-codes': group.codes.map((entry) => ({ ...entry })),
        headers: z.object(requestIdHeader(api)),
        content: {
          'application/json': { schema: api.dialect.errorModel, examples: toExampleReferences(group.examples) },
        },
      },
    ]),
  )
}

/** `CreateFunction` to `create-function`, `ClaimGPUInstance` to `claim-gpu-instance`: the file name of an operation in every tree. */
export function toKebab(operationId: string): string {
  return operationId.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()
}
