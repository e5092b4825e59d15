import { type Resource, toKeys } from '../../schemas/core/resource.ts'
import { isObject, type JsonObject } from './assertions/expect-response.ts'
import type { Input } from './http/wire-request.ts'

/** Names of a path, and their values. */
export type Path = Readonly<Record<string, string>>

/**
 * The path of what a request of the create operation creates, or nothing where request and response do not say it.
 * `response`: the body of the success, once there is one.
 */
export function toResourcePath(
  resource: Resource,
  { path = {}, body }: Input,
  response?: JsonObject,
): Path | undefined {
  const { parent, key, keyIn, readKey } = resource
  const above = parent ? toKeys(parent) : []
  const own = readKeyFrom(keyIn === 'response' ? response : body, key)
  if (own === undefined || above.some((name) => path[name] === undefined)) return undefined
  const parents = Object.fromEntries(above.map((name) => [name, path[name] ?? '']))
  return { ...parents, [key]: own, ...(readKey !== undefined && { [readKey]: own }) }
}

/** A number is a key too: a target that wrongly accepts one stores it as text. */
function readKeyFrom(body: unknown, field: string): string | undefined {
  const key = isObject(body) ? body[field] : undefined
  return (typeof key === 'string' && key !== '') || typeof key === 'number' ? String(key) : undefined
}
