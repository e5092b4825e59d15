import type { Api } from '../api.ts'
import type { JsonObject } from '../openapi.ts'
import type { Places } from '../places.ts'
import { toPointer } from '../pointer.ts'
import type { RowAspect } from '../quirk.ts'
import { toDifferences } from './compare.ts'
import { findPlaces } from './find-places.ts'
import { type Row, toRowRef } from './rows.ts'
import { findUnmarked } from './unmarked.ts'

/** How a row and its place in the document disagree. */
export interface Difference {
  readonly aspect: RowAspect
  readonly page: unknown
  readonly document: unknown
}

export interface TracedRow {
  readonly row: Row
  /** JSON pointers of the places that hold the row; empty when there is none. */
  readonly places: readonly string[]
  /** Disagreements that no quirk sets aside. */
  readonly unexplained: readonly Difference[]
  /** Disagreements that a quirk sets aside. */
  readonly explained: readonly Difference[]
}

export interface Traceability {
  readonly entries: readonly TracedRow[]
  /** Rows that have a place and agree with it, quirks apart. */
  readonly placed: number
  /** What quirks promise to differ and does not: `A4 004:1532 type`. */
  readonly idleQuirks: readonly string[]
  /** Pointers to what stands in the document without a row, a provenance or a quirk. */
  readonly unmarked: readonly string[]
}

/** Double entry: every row of the pages against the document, and everything in the document against the rows. */
export function toTraceability(api: Api, document: JsonObject, rows: readonly Row[], places: Places): Traceability {
  const differs = toDiffers(api)
  const used = new Set<string>()
  const entries = rows.map((row): TracedRow => {
    const found = findPlaces(document, row, places)
    const excused = differs.get(toRowRef(row)) ?? []
    const differences = found.flatMap((place) => toDifferences(document, row, place, places))
    const isExcused = ({ aspect }: Difference) => excused.some((excuse) => excuse.aspect === aspect)
    for (const excuse of excused) {
      if (differences.some(({ aspect }) => aspect === excuse.aspect)) used.add(excuse.text)
    }
    return {
      row,
      places: found.map(({ pointer }) => pointer),
      explained: differences.filter(isExcused),
      unexplained: differences.filter((difference) => !isExcused(difference)),
    }
  })
  const promised = [...differs.values()].flat().map(({ text }) => text)
  return {
    entries,
    placed: entries.filter((entry) => entry.places.length > 0 && entry.unexplained.length === 0).length,
    idleQuirks: promised.filter((text) => !used.has(text)),
    unmarked: findUnmarked(document, new Set(entries.flatMap(toReached))),
  }
}

/** The places of a row, and of the headers that a response's row names. */
function toReached({ row, places }: TracedRow): string[] {
  if (row.kind !== 'response') return [...places]
  const headers = row.headers ?? []
  return places.flatMap((place) => [place, ...headers.map(({ name }) => toPointer(place, 'headers', name))])
}

interface Excuse {
  readonly aspect: RowAspect
  readonly text: string
}

function toDiffers(api: Api): Map<string, Excuse[]> {
  const differs = new Map<string, Excuse[]>()
  for (const quirk of api.quirks) {
    for (const [ref, aspects] of Object.entries(quirk.differs ?? {})) {
      const excuses = aspects.map((aspect) => ({ aspect, text: `${quirk.id} ${ref} ${aspect}` }))
      differs.set(ref, [...(differs.get(ref) ?? []), ...excuses])
    }
  }
  return differs
}
