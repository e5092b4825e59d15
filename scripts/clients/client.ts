import { join } from 'node:path'
import type { CommandOptions } from '../sdks/command.ts'

/** A generator, and how what it makes is compiled and run. */
export interface Client {
  /** Its folder under `build/clients`. */
  readonly id: string
  readonly language: string
  readonly generator: string
  readonly version: string
  /** The document that the generator reads, in the API's folder under `generated/`. */
  readonly document: 'openapi.yaml' | 'openapi-3.0.yaml' | 'types.ts'
  /** The APIs whose program can sign, with the example of its language. */
  readonly signs: readonly string[]
  /** How a caller gets at a documented error. */
  readonly typedErrors: string
  /** Gets the toolchain ready. Throws a `MissingError` that names what is not there. */
  prepare(work: Work): Promise<void>
  /** Generates the clients of some APIs; gives what the generator printed. */
  generate(work: Work): Promise<string>
  compile(work: Work): Promise<void>
  /** The program that runs the scenario of an API. */
  command(work: Work, api: string): readonly [file: string, ...args: string[]]
}

export interface Work {
  /** The folder of the client, made anew for each run but for caches. */
  readonly folder: string
  /** Ids of the APIs to make clients of. */
  readonly apis: readonly string[]
  readonly signal: AbortSignal
  /** The path of a document. */
  toDocument(api: string, name: Client['document']): string
  /** Runs a command to its end and gives what it printed. Throws a `StepError` where it fails or is not there. */
  run(what: string, file: string, args: readonly string[], options?: Partial<CommandOptions>): Promise<string>
}

/** Where the examples of signing stand. */
export const examples = join(import.meta.dirname, '..', '..', 'contracts', 'examples', 'clients')

/** What a client needs is not on this machine, or its registry does not return. */
export class MissingError extends Error {
  override readonly name = 'MissingError'
}

/** Generating, compiling or running failed; with the end of what was printed. */
export class StepError extends Error {
  override readonly name = 'StepError'
  readonly output: string

  constructor(message: string, output: string) {
    super(message)
    this.output = output
  }
}

/** A step whose failure means that something is not there: `toReason` says what, from what was printed. */
export async function needs(step: Promise<string>, toReason: (output: string) => string): Promise<void> {
  try {
    await step
  } catch (error) {
    throw error instanceof StepError ? new MissingError(toReason(error.output)) : error
  }
}
