import { join } from 'node:path'
import type { CommandOptions } from '../sdks/command.ts'

/** A client generator, and how to compile and run its clients. */
export interface Client {
  /** Also the name of its folder under `build/clients`. */
  readonly id: string
  readonly language: string
  readonly generator: string
  readonly version: string
  /** The document that the generator reads, in the API's folder under `generated/`. */
  readonly document: 'openapi.yaml' | 'openapi-3.0.yaml' | 'types.ts'
  /** The APIs whose program can sign requests, with the signing example of its language. */
  readonly signs: readonly string[]
  /** Whether and how a caller gets a documented error with its type. */
  readonly typedErrors: string
  /** Installs the toolchain. Throws a `MissingError` if a tool is missing. */
  prepare(work: Work): Promise<void>
  /** Generates the clients of some APIs. Returns the output of the generator. */
  generate(work: Work): Promise<string>
  compile(work: Work): Promise<void>
  /** The command that runs the scenario of an API. */
  command(work: Work, api: string): readonly [file: string, ...args: string[]]
}

export interface Work {
  /** The folder of the client. It can contain caches of previous runs. */
  readonly folder: string
  /** Ids of the APIs to generate clients for. */
  readonly apis: readonly string[]
  readonly signal: AbortSignal
  /** The path of a document. */
  toDocument(api: string, name: Client['document']): string
  /** Runs a command and returns its output. Throws a `StepError` if the command fails or does not exist. */
  run(what: string, file: string, args: readonly string[], options?: Partial<CommandOptions>): Promise<string>
}

/** The folder of the signing examples. */
export const examples = join(import.meta.dirname, '..', '..', 'contracts', 'examples', 'clients')

/** A tool is not installed, or a registry does not respond. */
export class MissingError extends Error {
  override readonly name = 'MissingError'
}

/** Generating, compiling or running failed. `output` is the end of the output. */
export class StepError extends Error {
  override readonly name = 'StepError'
  readonly output: string

  constructor(message: string, output: string) {
    super(message)
    this.output = output
  }
}

/** Turns the failure of a step into a `MissingError`. `toReason` derives its message from the output. */
export async function needs(step: Promise<string>, toReason: (output: string) => string): Promise<void> {
  try {
    await step
  } catch (error) {
    throw error instanceof StepError ? new MissingError(toReason(error.output)) : error
  }
}
