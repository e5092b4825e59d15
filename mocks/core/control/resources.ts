import { isSecretName, redacted } from '../../../schemas/core/lib/secrets.ts'
import { isSortedMap } from '../sorted-map.ts'
import type { AccountStates, StateModel } from '../store.ts'

/** The stored resources of one account. */
export interface AccountResources {
  /** The id of the state model: `aliyun-fc` for both versions of Function Compute. */
  readonly model: string
  /** Absent for the resources of requests that name no account. */
  readonly account?: string
  /** As the mock stores them, as JSON. Secrets are replaced, bytes are `{ "bytes": 22 }`, and empty parts are absent. */
  readonly resources: unknown
}

/** The resources of a state model, for people. The format is not stable: to restore a state, export it. */
export function toResources(model: StateModel, { base, own, first, others }: AccountStates): AccountResources[] {
  const roots = [[first, own ? own.root : base] as const, ...others.entries()]
  return roots.flatMap(([account, root]) => {
    const resources = toPlain(root)
    if (resources === undefined) return []
    return [{ model: model.id, ...(account !== undefined && { account }), resources }]
  })
}

/** `undefined` for an empty object, list or map. */
function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return { bytes: value.length }
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => toPlain(item) ?? {})
  const entries = value instanceof Map || isSortedMap(value) ? [...value.entries()] : Object.entries(value)
  const plain = entries.flatMap(([name, item]) => {
    if (isSecretName(String(name))) return [[String(name), redacted]]
    const one = toPlain(item)
    return one === undefined ? [] : [[String(name), one]]
  })
  return plain.length === 0 ? undefined : Object.fromEntries(plain)
}
