import type { ApiWithQuirks } from '../api.ts'
import type { JsonObject } from '../json-value.ts'
import type { Places } from '../places.ts'
import { toPointer } from '../pointer.ts'
import type { RowAspect } from '../quirk.ts'
import { inlineComponents } from '../shared-components.ts'
import { toDifferences } from './compare.ts'
import type { Difference } from './difference.ts'
import { findPlaces } from './find-places.ts'
import { type Row, toParameterRef, toRowRef } from './rows.ts'
import { findUnmarked } from './unmarked.ts'

export interface TracedRow {
  readonly row: Row
  /** JSON pointers of the places that hold the row. Empty if there is none. */
  readonly places: readonly string[]
  /** Differences that no quirk explains. */
  readonly unexplained: readonly Difference[]
  /** Differences that a quirk explains. */
  readonly explained: readonly Difference[]
}

export interface Traceability {
  readonly entries: readonly TracedRow[]
  /** Number of rows that have a place without unexplained differences. */
  readonly placed: number
  /** Differences that a quirk states but that do not exist: `A4 004:1532 type`. */
  readonly idleQuirks: readonly string[]
  /** Pointers to everything in the document that has no row, no mark and no quirk. */
  readonly unmarked: readonly string[]
}

/** Compares the rows of the sources with the document, in both directions. */
export function toTraceability(
  api: ApiWithQuirks,
  shared: JsonObject,
  rows: readonly Row[],
  places: Places,
): Traceability {
  const document = inlineComponents(shared)
  const differs = toDiffers(api)
  const used = new Set<string>()
  const entries = rows.map((row): TracedRow => {
    const found = findPlaces(document, row, places)
    const stated = [toRowRef(row), toParameterRef(row) ?? ''].flatMap((ref) => differs.get(ref) ?? [])
    const differences = found.flatMap((place) => toDifferences(document, row, place, places))
    const isExplained = ({ aspect }: Difference) => stated.some((difference) => difference.aspect === aspect)
    for (const { aspect, text } of stated) {
      if (differences.some((difference) => difference.aspect === aspect)) used.add(text)
    }
    return {
      row,
      places: found.map(({ pointer }) => pointer),
      explained: differences.filter(isExplained),
      unexplained: differences.filter((difference) => !isExplained(difference)),
    }
  })
  const stated = [...differs.values()].flat().map(({ text }) => text)
  return {
    entries,
    placed: entries.filter((entry) => entry.places.length > 0 && entry.unexplained.length === 0).length,
    idleQuirks: stated.filter((text) => !used.has(text)),
    unmarked: findUnmarked(document, new Set(entries.flatMap(toReached))),
  }
}

/** The places of a row. The row of a response also covers the headers that it names. */
function toReached({ row, places }: TracedRow): string[] {
  if (row.kind !== 'response') return [...places]
  const headers = row.headers ?? []
  return places.flatMap((place) => [place, ...headers.map(({ name }) => toPointer(place, 'headers', name))])
}

/** A difference that a quirk states. */
interface StatedDifference {
  readonly aspect: RowAspect
  /** Quirk, reference to rows and aspect: `A4 004:1532 type`. */
  readonly text: string
}

/** The differences that quirks state, by reference to rows. */
function toDiffers(api: ApiWithQuirks): Map<string, StatedDifference[]> {
  const differs = new Map<string, StatedDifference[]>()
  for (const quirk of api.quirks) {
    for (const [ref, aspects] of Object.entries(quirk.differs ?? {})) {
      const stated = aspects.map((aspect) => ({ aspect, text: `${quirk.id} ${ref} ${aspect}` }))
      differs.set(ref, [...(differs.get(ref) ?? []), ...stated])
    }
  }
  return differs
}
