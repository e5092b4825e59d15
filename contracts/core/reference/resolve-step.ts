import { applyEdits } from '../../../schemas/core/edits.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import type { Input } from '../http/wire-request.ts'
import type { DraftRecord, Step } from './draw.ts'
import type { Draft, PathValues, Surroundings } from './reference.ts'

/** The request of a step, with the names and values of one side. */
export function toInput(step: Step, at: Surroundings): Input {
  const { call, wrong } = step
  // The values of a path, a query and headers are texts.
  const path = resolveRecord(step.path, at, {}) as Record<string, string>
  const texts = (record: DraftRecord) => resolveRecord(record, at, path) as Record<string, string>
  const query = { ...texts(step.query), ...(call.list?.prefix && { [call.list.prefix]: at.name('') }) }
  const headers = texts(step.headers)
  const body = step.body && resolveRecord(step.body, at, path)
  const edited = wrong ? applyEdits(body as Json, wrong.probe.edits) : body // a resolved body is JSON
  return {
    path,
    ...(Object.keys(query).length > 0 && { query }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(edited !== undefined && { body: edited }),
    ...(call.rawBody !== undefined && { rawBody: call.rawBody }),
  }
}

/** Whether everything that the step refers to exists. */
export function isComplete({ path, body = {} }: Step, at: Surroundings, names: PathValues): boolean {
  return [...Object.values(path), ...Object.values(body)].every(
    (draft) => typeof draft !== 'function' || draft(at, names) !== undefined,
  )
}

/** Drafts may depend on the path, and within a path on the parameters before them. */
export function resolveRecord(record: DraftRecord, at: Surroundings, path: PathValues): JsonObject {
  const resolved: Record<string, unknown> = {}
  for (const [field, draft] of Object.entries(record)) {
    const value = resolve(draft, at, { ...path, ...(resolved as PathValues) }) // drafts use its strings only
    if (value !== undefined) resolved[field] = value
  }
  return resolved
}

function resolve(draft: Draft, at: Surroundings, path: PathValues): unknown {
  if (typeof draft === 'function') return draft(at, path)
  if (Array.isArray(draft)) return draft.map((item: Draft) => resolve(item, at, path))
  return isObject(draft) ? resolveRecord(draft as DraftRecord, at, path) : draft // an object of drafts
}
