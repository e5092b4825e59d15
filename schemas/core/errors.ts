import type { Mark } from './provenance.ts'

/** One error code of an API: the HTTP status that carries it and what causes it. */
export interface ErrorEntry {
  readonly status: number
  /** The cause, in a sentence that a client's developer can act on. */
  readonly meaning: string
  /** The message that the emulator and the examples respond with. */
  readonly message: string
  readonly provenance?: Mark
}

export type ErrorCatalogue<Code extends string = string> = Readonly<Record<Code, ErrorEntry>>
