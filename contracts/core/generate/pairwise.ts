/** The values of each field. The first value is the usual one. */
export type Choices<T> = Readonly<Record<string, readonly T[]>>

/**
 * Rows that contain every pair of values of every two fields: 9 or 10 rows instead of 27 for three fields of three
 * values. Greedy: each row starts with a missing pair, and adds for every other field the value that covers most
 * missing pairs. Deterministic.
 */
export function toPairwiseRows<T>(choices: Choices<T>): readonly Readonly<Record<string, T>>[] {
  const fields = Object.keys(choices)
  const [only] = fields
  if (fields.length === 1 && only !== undefined) return (choices[only] ?? []).map((value) => ({ [only]: value }))
  const missing = new Set(toAllPairs(choices))
  const rows: Readonly<Record<string, T>>[] = []
  for (let pair = first(missing); pair !== undefined; pair = first(missing)) {
    const row = new Map(toSides(pair))
    for (const field of fields.filter((name) => !row.has(name))) row.set(field, toBest(field, choices, row, missing))
    for (const done of toPairs(row)) missing.delete(done)
    rows.push(Object.fromEntries([...row].flatMap(([field, index]) => toEntry(choices, field, index))))
  }
  return rows
}

/** Two fields, each with the index of a value: `[["a",0],["b",2]]`. */
type Pair = string

function toAllPairs<T>(choices: Choices<T>): readonly Pair[] {
  const places = Object.entries(choices).map(([field, values]) => values.map((_, index) => [field, index] as const))
  return places.flatMap((these, at) =>
    places.slice(at + 1).flatMap((those) => these.flatMap((one) => those.map((other) => toPair(one, other)))),
  )
}

function toPair(one: readonly [string, number], other: readonly [string, number]): Pair {
  return JSON.stringify([one, other].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function toSides(pair: Pair): readonly (readonly [string, number])[] {
  return JSON.parse(pair) // written by toPair
}

function toPairs(row: ReadonlyMap<string, number>): readonly Pair[] {
  const entries = [...row]
  return entries.flatMap((one, at) => entries.slice(at + 1).map((other) => toPair(one, other)))
}

function toBest<T>(
  field: string,
  choices: Choices<T>,
  row: ReadonlyMap<string, number>,
  missing: ReadonlySet<Pair>,
): number {
  const gains = (choices[field] ?? []).map(
    (_, index) => [...row].filter((other) => missing.has(toPair([field, index], other))).length,
  )
  return gains.indexOf(Math.max(...gains))
}

function toEntry<T>(choices: Choices<T>, field: string, index: number): readonly (readonly [string, T])[] {
  return (choices[field] ?? []).slice(index, index + 1).map((value) => [field, value] as const)
}

function first<T>(items: ReadonlySet<T>): T | undefined {
  for (const item of items) return item
  return undefined
}
