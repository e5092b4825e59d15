import type { z } from 'zod'
import type { Operation } from '../../../../schemas/core/operation.ts'
import type { Resource } from '../../../../schemas/core/resource.ts'
import { isObject, type JsonObject } from '../../assertions/expect-response.ts'
import { bounds } from '../../bounds.ts'
import type { SeedForm } from '../../contract.ts'
import { toScope } from '../../judge/roles.ts'
import type { Path } from '../../resource-path.ts'
import { replacePrivate } from './replace-private.ts'

/** A resource of a server, with the fields that a client can write. */
export interface SeenResource {
  readonly resource: Resource
  readonly path: Path
  readonly fields: JsonObject
}

export interface BuiltSeed {
  /** In the form that the mock reads under the id of the API. */
  readonly seed: unknown
  /** Resources that are not in the seed, because the traffic does not show all fields that they need. */
  readonly leftOut: readonly string[]
}

/** The seed of resources: each in the list of its parent, without secrets and account ids. */
export function buildSeed(form: SeedForm, seen: readonly SeenResource[], secrets: readonly string[]): BuiltSeed {
  const plain = seen.map(({ path, fields }) => ({ path, fields }))
  const all = replacePrivate(plain, secrets, form.privateFields).flatMap((one, index) => {
    const resource = seen[index]?.resource
    return resource ? [{ resource, ...one }] : []
  })
  const leftOut: string[] = []
  const build = (resource: Resource, above: string): readonly JsonObject[] => {
    const siblings = all.filter((one) => toParentScope(one) === above)
    const own = siblings.filter((one) => one.resource === resource)
    if (resource.keyIn === 'response') return toNumbered(resource, own, siblings)
    return own.flatMap(({ path, fields }) => {
      const valid = toValidFields(resource, fields)
      if (!valid) leftOut.push(`${resource.name} ${path[resource.key]}`)
      const key = form.keyField === undefined ? {} : { [form.keyField]: path[resource.key] }
      return valid ? [{ ...key, ...valid, ...toLists(resource, toScope(resource, path)) }] : []
    })
  }
  const toLists = (parent: Resource | undefined, scope: string): JsonObject =>
    Object.fromEntries(
      form.resources
        .filter((one) => one.parent === parent)
        .map((one) => [one.entries ?? one.name, build(one, scope)] as const)
        .filter(([, list]) => list.length > 0),
    )
  if (form.keyField === undefined) return { seed: toLists(undefined, ''), leftOut }
  const scopes = [...new Set(all.map(toParentScope))]
  return { seed: form.resources.flatMap((one) => scopes.flatMap((scope) => build(one, scope))), leftOut }
}

function toParentScope({ resource, path }: SeenResource): string {
  return resource.parent ? toScope(resource.parent, path) : ''
}

/** The server numbers these resources, so those before the highest number must exist, too. */
function toNumbered(
  { key }: Resource,
  own: readonly SeenResource[],
  siblings: readonly SeenResource[],
): readonly JsonObject[] {
  const named = siblings.flatMap(({ path, fields }) => [
    path[key],
    fields[key],
    ...Object.values(fields).flatMap((value) => (isObject(value) ? Object.keys(value) : [])),
  ])
  const numbers = named.map(Number).filter((number) => Number.isInteger(number) && number <= bounds.seededVersions)
  return Array.from(
    { length: Math.max(0, ...numbers) },
    (_, index) => own.find(({ path }) => path[key] === String(index + 1))?.fields ?? {},
  )
}

/** The operation whose request has the fields of the resource. */
export function toWriter({ create, update, name }: Resource): Operation {
  const operation = create ?? update
  if (!operation) throw new TypeError(`no operation writes a ${name}`)
  return operation
}

/**
 * The fields without those that a request must not have. If a request needs a field that no response shows, it comes from
 * an example of the documents. Undefined if a required field is missing.
 */
function toValidFields(resource: Resource, fields: JsonObject): JsonObject | undefined {
  const { writeOnly } = resource
  const { body } = toWriter(resource)
  if (!body) return fields
  const [example] = Object.values(body.examples)
  const toEntries = (value: unknown, isWriteOnly: boolean) =>
    Object.entries(isObject(value) ? value : {}).filter(([name]) => writeOnly.includes(name) === isWriteOnly)
  // The code in a request may contain secrets.
  const known = toEntries(fields, false)
  const shown = toAccepted(body.schema, Object.fromEntries(known))
  return shown ?? toAccepted(body.schema, Object.fromEntries([...known, ...toEntries(example?.value, true)]))
}

/**
 * The fields without those that a schema rejects. An object becomes JSON where the schema has a text, because servers
 * accept both. Undefined if the schema rejects the others, too.
 */
function toAccepted(schema: z.ZodType, fields: JsonObject): JsonObject | undefined {
  const { error } = schema.safeParse(fields)
  if (!error) return fields
  const wrong = error.issues.find(({ path: [name] }) => String(name) in fields)
  if (!wrong) return undefined
  const name = String(wrong.path[0])
  const { [name]: value, ...others } = fields
  const isText = wrong.path.length === 1 && wrong.code === 'invalid_type' && wrong.expected === 'string'
  return toAccepted(schema, isText && isObject(value) ? { ...others, [name]: JSON.stringify(value) } : others)
}
