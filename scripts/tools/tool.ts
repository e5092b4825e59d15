import type { Work } from '../clients/client.ts'

/** What a tool can prove about the documents, in the order of the checks. */
export const aspects = {
  loads: 'the document loads',
  compiles: 'the output compiles',
  fields: 'no field shadows another',
  types: 'an invalid CreateFunctionInput is rejected',
  updates: 'updates send no defaults',
} as const
export type Aspect = keyof typeof aspects

/** A tool of others that reads the documents. */
export interface Tool {
  /** Also the name of its folder under `build/tools`. */
  readonly id: string
  readonly version: string
  /** The document that the tool reads. */
  readonly document: 'OpenAPI 3.1' | 'OpenAPI 3.0' | 'OpenAPI 3.1 and 3.0' | 'OpenAPI 3.0, `--one-spelling`'
  /** Installs in under a minute, so CI runs the tool. */
  readonly fast: boolean
  /** Installs the tool. Throws a `MissingError` if a toolchain is missing. */
  prepare(work: Work): Promise<void>
  /** Each check throws if the aspect does not hold. An aspect without a check does not apply to the tool. */
  readonly checks: Readonly<Partial<Record<Aspect, (work: Work) => Promise<void>>>>
  /** Aspects that do not hold because of the tool, with the reason. Their checks must fail. */
  readonly limits?: Readonly<Partial<Record<Aspect, string>>>
  /** What a user of the tool must know. */
  readonly note?: string
}

/** An aspect does not hold. */
export class AspectError extends Error {
  override readonly name = 'AspectError'
}
