/**
 * Where a fact comes from.
 * - `documented`: the source that governs the operation states the fact. Documents show no mark.
 * - `defined`: the vendor's machine-readable definition states the fact, but the governing source does not.
 * - `observed`: the vendor's SDKs and tools send or read the fact.
 * - `inferred`: no source states the fact, but clients or servers need it.
 */
export type Provenance = 'documented' | Mark

/** The value of `x-provenance` on everything that the governing source does not state. */
export type Mark = 'defined' | 'observed' | 'inferred'

/** Marks a schema as defined: `z.string().meta({ ...defined, description })`. */
export const defined = { 'x-provenance': 'defined' } as const

/** Marks a schema as observed: `z.string().meta({ ...observed, description })`. */
export const observed = { 'x-provenance': 'observed' } as const

/** Marks a schema as inferred. */
export const inferred = { 'x-provenance': 'inferred' } as const
