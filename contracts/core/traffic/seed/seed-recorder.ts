import { toRequestFields } from '../../../../schemas/core/fields.ts'
import type { Resource } from '../../../../schemas/core/resource.ts'
import { isObject, isSuccess, type JsonObject } from '../../assertions/expect-response.ts'
import type { Contract, SeedForm } from '../../contract.ts'
import { readJson } from '../../http/exchange.ts'
import { type Role, toRoles, toScope } from '../../judge/roles.ts'
import { type Path, toResourcePath } from '../../resource-path.ts'
import { createMatcher } from '../match-operation.ts'
import { type Recorded, toBytes } from '../recorded.ts'
import { buildSeed, type BuiltSeed, type SeenResource, toWriter } from './build-seed.ts'

/** Collects the resources that traffic shows, for the seed of a mock. */
export interface SeedRecorder {
  readonly add: (recorded: Recorded) => void
  /** The seed of the API, without these secrets. Undefined if the traffic shows no resource. */
  readonly toSeed: (secrets: readonly string[]) => BuiltSeed | undefined
}

export function createSeedRecorder(api: Contract['api'], form: SeedForm): SeedRecorder {
  const match = createMatcher(api)
  const roles = toRoles(form.resources)
  /** By scope and name. The scope of a resource begins with that of its parent. */
  const seen = new Map<string, SeenResource>()

  const put = (resource: Resource, path: Path, fields: JsonObject) => {
    if (path[resource.key] === undefined) return
    const { parent } = resource
    if (parent && form.resources.includes(parent)) put(parent, path, {})
    const id = toId(resource, path)
    const written = toRequestFields(toWriter(resource))
    const kept = Object.entries(fields).filter(([name, value]) => name in written && value !== null)
    const named = resource.keyIn === 'body' ? { [resource.key]: path[resource.key] } : {}
    seen.set(id, { resource, path, fields: { ...named, ...seen.get(id)?.fields, ...Object.fromEntries(kept) } })
  }

  /** Forgets a resource and everything below. */
  const remove = (resource: Resource, path: Path) => {
    const [id, scope] = [toId(resource, path), toScope(resource, path)]
    for (const other of seen.keys())
      if (other === id || (other.startsWith(scope) && !other.startsWith(id))) seen.delete(other)
  }

  function see({ resource, does }: Role, path: Path, sent: JsonObject, received: JsonObject): void {
    switch (does) {
      case 'remove':
        remove(resource, path)
        break
      case 'create': {
        const created = toResourcePath(resource, { path, body: sent }, received)
        if (created) put(resource, created, { ...received, ...sent })
        break
      }
      case 'list': {
        const listed = received[resource.entries ?? '']
        for (const entry of Array.isArray(listed) ? listed.filter(isObject) : [])
          put(resource, { ...path, [resource.key]: String(entry[resource.key]) }, entry)
        break
      }
      default:
        put(resource, path, { ...sent, ...received })
    }
  }

  return {
    add({ request, response }) {
      const matched = match(request)
      const role = matched.kind === 'operation' ? roles.get(matched.operation.id) : undefined
      if (matched.kind !== 'operation' || !role || role.isPart || !response || !isSuccess(response.status)) return
      // A version or an alias shows another state than the resource itself.
      if (matched.path.qualifier !== undefined || new URL(request.url).searchParams.has('qualifier')) return
      const { key } = role.resource
      const own = matched.path[key]
      const path = own === undefined ? matched.path : { ...matched.path, [key]: form.toKey?.(own) ?? own }
      see(role, path, readFields(request.body), readFields(response.body))
    },
    toSeed: (secrets) => (seen.size === 0 ? undefined : buildSeed(form, [...seen.values()], secrets)),
  }
}

function toId(resource: Resource, path: Path): string {
  return `${toScope(resource, path)}${resource.name}`
}

function readFields(body: Recorded['request']['body']): JsonObject {
  const reading = readJson(toBytes(body))
  return reading.ok && isObject(reading.value) ? reading.value : {}
}
