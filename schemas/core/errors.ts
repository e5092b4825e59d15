import type { Mark } from './provenance.ts'

/** An error code of an API. */
export interface ErrorEntry {
  readonly status: number
  /** The cause, in one sentence for client developers. */
  readonly meaning: string
  /** The message in the emulator and in examples. */
  readonly message: string
  readonly provenance?: Mark
}

export type ErrorCatalogue<Code extends string = string> = Readonly<Record<Code, ErrorEntry>>
