import type { z } from 'zod'

/** The values that a model accepts. The other API version may have stored values that it does not. */
export function pickValid<T extends object>(
  shape: Readonly<Record<string, z.ZodType>>,
  values: T = {} as T,
): Partial<T> {
  const picked: Partial<T> = {}
  for (const name in values) {
    if (shape[name]?.safeParse(values[name]).success) picked[name] = values[name]
  }
  return picked
}
