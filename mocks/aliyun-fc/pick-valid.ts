import type { z } from 'zod'

/** The values that a model accepts. The other API version may have stored values that it does not. */
export function pickValid<T extends object>(
  shape: Readonly<Record<string, z.ZodType>>,
  values: T = {} as T,
): Partial<T> {
  const valid = Object.entries(values).filter(([name, value]) => shape[name]?.safeParse(value).success)
  // The type of `fromEntries` does not relate names and values.
  return Object.fromEntries(valid) as Partial<T>
}
