import type { Api } from './api.ts'
import { toJsonSchema } from './json-schema.ts'
import { toPathNames } from './lib/path-template.ts'
import type { Operation } from './operation.ts'
import { type Resource, toKeys } from './resource.ts'

/**
 * Compares the resources of an API with its operations, for everything that types cannot refuse. Throws one error that
 * names every contradiction with its resource and operation.
 */
export function checkResources(api: Api, resources: readonly Resource[]): void {
  const names = resources.map(({ name }) => name)
  const faults = resources.flatMap((resource, index) => {
    const { name, parent, keyIn, create, keepsParent } = resource
    return [
      ...(names.indexOf(name) < index ? [`resource ${name}: the name is not unique`] : []),
      ...(parent && !resources.slice(0, index).includes(parent)
        ? [`resource ${name}: its parent ${parent.name} must come before it in the list`]
        : []),
      ...((keyIn === 'body' || keyIn === 'response') && !create
        ? [`resource ${name}: keyIn '${keyIn}' needs an operation that creates it`]
        : []),
      ...(keepsParent && parent?.notEmpty === undefined
        ? [`resource ${name}: keepsParent needs a parent with the error code notEmpty`]
        : []),
      ...findCodeFaults(api, resource),
      ...findOperationFaults(api, resource),
    ]
  })
  if (faults.length > 0) throw new TypeError([`schemas/${api.id}/resources.ts:`, ...faults].join('\n  '))
}

function findCodeFaults({ errors }: Api, { name, exists, missing, notEmpty }: Resource): readonly string[] {
  const expected = { exists: [exists, 409], missing: [missing, 404], notEmpty: [notEmpty, 409] } as const
  return Object.entries(expected).flatMap(([role, [code, status]]) => {
    if (code === undefined) return []
    const entry = errors[code]
    if (!entry) return [`resource ${name}: ${role}: the API has no error code ${code}`]
    return entry.status === status
      ? []
      : [`resource ${name}: ${role}: ${code} has the status ${entry.status}, not ${status}`]
  })
}

function findOperationFaults(api: Api, resource: Resource): readonly string[] {
  const { name, parent, create, read, list, update, remove, readKey, key } = resource
  const above = parent ? toKeys(parent) : []
  const own = toKeys(resource)
  const readPath = readKey === undefined ? own : [...above, readKey]
  const places: readonly (readonly [role: string, operation: Operation | undefined, path: readonly string[]])[] = [
    ['create', create, above],
    ['read', read, readPath],
    ['list', list, above],
    ['update', update, own],
    ['remove', remove, own],
  ]
  return places.flatMap(([role, operation, path]) => {
    if (!operation) return []
    const fault = (text: string) => `resource ${name}: ${role}, operation ${operation.id}: ${text}`
    const isKnown = Object.values(api.operations).some(({ id }) => id === operation.id)
    const { qualifiedPath, params } = operation
    const isQualified = role === 'read' && readKey !== undefined
    const names = toPathNames((isQualified && qualifiedPath) || operation.path)
    const isInQuery = isQualified && qualifiedPath === undefined && readKey in params.query
    const inPath = isInQuery ? [...names, readKey] : names
    return [
      ...(isKnown ? [] : [fault('the API does not have this operation')]),
      ...(inPath.join() === path.join()
        ? []
        : [fault(`the path has the parameters ${inPath.join(', ') || 'none'}, not ${path.join(', ') || 'none'}`)]),
      ...(role === 'create' ? findKeyFaults(resource, operation).map(fault) : []),
      ...(role === 'list' ? findListFaults(resource, operation, key).map(fault) : []),
      ...(role === 'read' ? findFieldFaults(resource, operation).map(fault) : []),
    ]
  })
}

function findKeyFaults({ key, keyIn, writeOnly }: Resource, operation: Operation): readonly string[] {
  const body = operation.body ? fieldsOf(operation.body.schema) : []
  const wanted = keyIn === 'body' ? [key, ...writeOnly] : writeOnly
  const isReturned = keyIn !== 'response' || responsesOf(operation).some((fields) => fields.includes(key))
  return [
    ...wanted.filter((field) => !body.includes(field)).map((field) => `the request body has no field ${field}`),
    ...(isReturned ? [] : [`the response has no field ${key}`]),
  ]
}

function findFieldFaults(
  { idField, times, etag, readKey, volatile = [] }: Resource,
  operation: Operation,
): readonly string[] {
  // With a key of its own, the response shows the parent.
  if (readKey !== undefined) return []
  const wanted = [
    ...(idField === undefined ? [] : [idField]),
    ...(times ? [times.created, times.modified] : []),
    ...volatile,
  ]
  const headers = Object.values(operation.success).flatMap((success) => Object.keys(success.headers))
  return [
    ...wanted
      .filter((field) => !responsesOf(operation).some((fields) => fields.includes(field)))
      .map((field) => `the response has no field ${field}`),
    ...(etag !== undefined && !headers.includes(etag) ? [`the response has no header ${etag}`] : []),
  ]
}

function findListFaults({ entries, paging }: Resource, operation: Operation, key: string): readonly string[] {
  if (entries === undefined) return ['entries is missing']
  const schemas = Object.values(operation.success).flatMap(({ schema }) => (schema ? [toJsonSchema(schema)] : []))
  const item = schemas.flatMap(({ properties }) => properties?.[entries]?.items ?? [])[0]
  const { token, ...parameters } = paging ?? {}
  const query = Object.keys(operation.params.query)
  const needed = [...(token === undefined ? [] : [token]), ...Object.values(parameters)]
  return [
    ...(item ? [] : [`the response has no list ${entries}`]),
    ...(item && !item.properties?.[key] ? [`an entry of ${entries} has no field ${key}`] : []),
    ...needed.filter((name) => !query.includes(name)).map((name) => `the query has no parameter ${name}`),
    ...(token !== undefined && !responsesOf(operation).some((fields) => fields.includes(token))
      ? [`the response has no field ${token}`]
      : []),
  ]
}

function responsesOf({ success }: Operation): readonly (readonly string[])[] {
  return Object.values(success).flatMap(({ schema }) => (schema ? [fieldsOf(schema)] : []))
}

function fieldsOf(schema: Parameters<typeof toJsonSchema>[0]): readonly string[] {
  return Object.keys(toJsonSchema(schema).properties ?? {})
}
