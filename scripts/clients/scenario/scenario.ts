import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Expected, ExpectedLine } from '../expect-lines.ts'

/** One API's part of the scenario: the steps of each program, and what each must bring back. */
export interface Scenario {
  readonly api: string
  /** The operation that the programs call to have each of its errors, by the header that asks the mock for it. */
  readonly forced: Operation
  /** Requests that make ready what the API itself can't make; path and body. */
  readonly before?: readonly (readonly [path: string, body: object])[]
  readonly steps: readonly ExpectedLine[]
}

export const step = (name: string, parts: ExpectedLine['parts']): ExpectedLine => ({ step: name, parts })

/** Every code of an operation: by `Prefer: error=` the mock returns each for the asking. */
export function toForcedCodes({ errors, observedErrors }: Operation): readonly string[] {
  return [...errors, ...observedErrors]
}

/** A step for each error of an operation, with the status that the document has for it. */
export function toForcedSteps(
  api: Api,
  operation: Operation,
  toError: (code: string) => Expected,
): readonly ExpectedLine[] {
  return toForcedCodes(operation).map((code) => {
    const status = api.errors[code]?.status
    if (status === undefined) throw new TypeError(`${api.id} has no error ${code}`)
    return step(`error ${code}`, { status, error: toError(code) })
  })
}
