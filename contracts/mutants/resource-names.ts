import { fillPath } from '../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import type { Call } from './call.ts'
import { type JsonObject, toObject } from './response.ts'

/** The values of the path of the resource that a call names. */
export function toNames(
  { key, keyIn }: Resource,
  { names, body }: Pick<Call, 'names' | 'body'>,
  response?: JsonObject,
): Record<string, string> {
  const own = keyIn === 'response' ? response?.[key] : toObject(body)?.[key]
  return { ...names, ...(typeof own === 'string' && !(key in names) ? { [key]: own } : {}) }
}

/** The path of an operation with these values. Undefined if a value is missing. */
export function toPath(operation: Operation | undefined, names: Readonly<Record<string, string>>): string | undefined {
  if (!operation) return undefined
  let isComplete = true
  const path = fillPath(operation.path, (name) => {
    isComplete &&= name in names
    return encodeURIComponent(names[name] ?? '')
  })
  const query = Object.keys(operation.params.query).flatMap((name) =>
    name in names ? [[name, names[name] ?? '']] : [],
  )
  if (!isComplete) return undefined
  return query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path
}
