import type { ApiWithQuirks } from '../api.ts'
import type { JsonObject } from '../json-value.ts'
import type { Places } from '../places.ts'
import type { RowAspect } from '../quirk.ts'
import { inlineComponents } from '../shared-components.ts'
import { isObject } from '../openapi-versions.ts'
import { atPointer, followPointer, toPointer } from '../pointer.ts'
import { findHeader, toDifferences } from './compare.ts'
import type { Difference } from './difference.ts'
import { findOperations, findPlaces } from './find-places.ts'
import { isOfDefinition, type Row, toParameterRef, toRowRef } from './rows.ts'
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
  /**
   * Pointers to everything in the document that has no row, no mark and no quirk. Where a table governs, a row of the
   * definition is no row: the element needs the mark `defined`.
   */
  readonly unmarked: readonly string[]
  /** Pointers to everything with the mark `observed` or `inferred` that a row of the definition states. */
  readonly mismarked: readonly string[]
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
  const toEntry = (row: Row, ofTables: ReadonlySet<string>): TracedRow => {
    const found = findPlaces(document, row, places)
    const stated = [toRowRef(row), toParameterRef(row) ?? ''].flatMap((ref) => differs.get(ref) ?? [])
    const differences = found.flatMap((place) =>
      toDifferences(document, ofTables.has(place.pointer) ? withoutFormat(row) : row, place, places),
    )
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
  }
  const tables = rows.filter((row) => !isOfDefinition(row)).map((row) => toEntry(row, new Set()))
  const ofTables = new Set(tables.flatMap((entry) => toReached(document, entry)))
  const definition = rows.filter(isOfDefinition).map((row) => toEntry(row, ofTables))
  const ofDefinition = definition.flatMap((entry) => toReached(document, entry))
  const isGoverned = toGoverned(api, document, ofTables)
  const entries = [...tables, ...definition]
  const stated = [...differs.values()].flat().map(({ text }) => text)
  return {
    entries,
    placed: entries.filter((entry) => entry.places.length > 0 && entry.unexplained.length === 0).length,
    idleQuirks: stated.filter((text) => !used.has(text)),
    unmarked: findUnmarked(document, new Set([...ofTables, ...ofDefinition.filter((pointer) => !isGoverned(pointer))])),
    mismarked: findMismarked(document, ofDefinition),
  }
}

/** A table that states the same element governs. The formats of a definition are no part of its types. */
function withoutFormat<R extends Row>(row: R): R {
  return 'type' in row && row.type !== undefined ? { ...row, type: row.type.replace(/ \(.*\)$/, '') } : row
}

/** The places of a row. The row of a response also covers the headers that it names. */
function toReached(document: JsonObject, { row, places }: TracedRow): string[] {
  if (row.kind !== 'response') return [...places]
  const headers = row.headers ?? []
  return places.flatMap((place) => {
    const response = followPointer(document, place) ?? {}
    return [place, ...headers.map(({ name }) => toPointer(place, 'headers', findHeader(response, name) ?? name))]
  })
}

/** Whether a table governs the operation or the model at a pointer: a model, if a table has a row in it. */
function toGoverned(
  api: ApiWithQuirks,
  document: JsonObject,
  ofTables: ReadonlySet<string>,
): (pointer: string) => boolean {
  const toPart = (pointer: string) => pointer.split('/').slice(0, 4).join('/')
  const operations = Object.values(api.operations)
    .filter(({ source }) => !source.source.isDefinition)
    .flatMap(({ id }) => findOperations(document, id))
  const models = [...ofTables].filter((pointer) => pointer.startsWith('#/components/')).map(toPart)
  const governed = new Set([...operations, ...models])
  return (pointer) => governed.has(toPart(pointer))
}

function findMismarked(document: JsonObject, ofDefinition: readonly string[]): string[] {
  return [...new Set(ofDefinition)].filter((pointer) => {
    const node = atPointer(document, pointer)
    return isObject(node) && (node['x-provenance'] === 'observed' || node['x-provenance'] === 'inferred')
  })
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
