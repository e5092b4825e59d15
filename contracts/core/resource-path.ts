import { type Resource, toKeys } from '../../schemas/core/resource.ts'
import { isObject, type JsonObject } from './assertions/expect-response.ts'
import type { Input } from './http/wire-request.ts'

/** The parameters of a path, by name. */
export type Path = Readonly<Record<string, string>>

/**
 * The path of the resource that a create request creates. `response` is the body of the success. Undefined if request
 * and response do not contain the key.
 */
export function toResourcePath(
  resource: Resource,
  { path = {}, body }: Input,
  response?: JsonObject,
): Path | undefined {
  const { parent, key, keyIn, readKey } = resource
  const above = parent ? toKeys(parent) : []
  const own = readKeyFrom(
    { body, response, query: path }[keyIn === 'query' || keyIn === 'response' ? keyIn : 'body'],
    key,
  )
  if (own === undefined || above.some((name) => path[name] === undefined)) return undefined
  const parents = Object.fromEntries(above.map((name) => [name, path[name] ?? '']))
  return { ...parents, [key]: own, ...(readKey !== undefined && { [readKey]: own }) }
}

/** Accepts numbers, because a target that wrongly accepts a number stores it as text. */
function readKeyFrom(body: unknown, field: string): string | undefined {
  const key = isObject(body) ? body[field] : undefined
  return (typeof key === 'string' && key !== '') || typeof key === 'number' ? String(key) : undefined
}
