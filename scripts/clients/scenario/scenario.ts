import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Expected, ExpectedLine } from '../expect-lines.ts'

/** The steps of the programs of one API with their expected results. */
export interface Scenario {
  readonly api: string
  /** The operation whose documented errors the programs force with a header. */
  readonly forced: Operation
  /** Requests before the scenario that create what the API itself cannot create. */
  readonly before?: readonly (readonly [path: string, body: object])[]
  readonly steps: readonly ExpectedLine[]
}

export const step = (name: string, parts: ExpectedLine['parts']): ExpectedLine => ({ step: name, parts })

/** Every error code of an operation. `Prefer: error=CODE` makes the mock return the error. */
export function toForcedCodes({ errors, observedErrors }: Operation): readonly string[] {
  return [...errors, ...observedErrors]
}

/** One step for each error of an operation, with its documented status. */
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
