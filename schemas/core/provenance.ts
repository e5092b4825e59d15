/**
 * Where a fact comes from. What a page states is documented and carries no mark;
 * `observed` is what the vendors' own SDKs send or read; `inferred` is neither, but needed to be useful.
 */
export type Provenance = 'documented' | 'observed' | 'inferred'

/** Metadata that marks a schema as observed: `z.string().meta({ ...observed, description })`. */
export const observed = { 'x-provenance': 'observed' } as const

/** Metadata that marks a schema as inferred. */
export const inferred = { 'x-provenance': 'inferred' } as const
