import type { Edit, Path } from './constraint-probes.ts'
import type { Json } from './json-value.ts'

/** A copy of `body` with the edits applied in order. Undefined if an edit removes the body itself. */
export function applyEdits(body: Json, edits: readonly Edit[]): Json | undefined {
  return edits.reduce<Json | undefined>(
    (value, edit) => change(value ?? {}, edit.path, 'set' in edit ? edit.set : undefined),
    structuredClone(body),
  )
}

/** The value at `path`, or undefined if there is none. */
export function readAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined
    return (inner as Record<string | number, unknown>)[step] // an object or an array that has this key
  }, value)
}

function change(value: Json, path: Path, last: Json | undefined): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return last
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const changed = index === step ? change(item, rest, last) : item
      return changed === undefined ? [] : [changed]
    })
  }
  const object = typeof value === 'object' && value !== null ? value : {}
  const changed = change(object[step] ?? {}, rest, last)
  const { [step]: _, ...others } = object
  return changed === undefined ? others : { ...others, [step]: changed }
}
