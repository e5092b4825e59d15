/**
 * Makes the objects of a JSON value convertible to text. `String` and templates throw for an object with a field
 * `toString` or `valueOf`, which a target may return in place of a name. The field `toPrimitive` is not enumerable, so
 * that comparisons and JSON ignore it.
 */
export function toConvertible(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) toConvertible(inner)
  if (Object.hasOwn(value, 'toString') || Object.hasOwn(value, 'valueOf'))
    Object.defineProperty(value, Symbol.toPrimitive, { value: () => JSON.stringify(value) })
  return value
}
