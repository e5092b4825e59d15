import type { CrudSettings } from '../checks/crud/checks.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { OpenProbes } from '../core/generate/open-probes.ts'
import { tolerances } from './tolerances.ts'

/** The source states only the default direction. */
const direction = { names: /^rejects-direction-/, tolerance: tolerances.unknownDirection, quirk: 'A29' }

/** If two statements of the source conflict, both interpretations pass. */
export const settings: Readonly<Record<string, CrudSettings>> = {
  alias: {
    constraints: {
      open: [
        { names: /-description-type-an-object$/, tolerance: tolerances.objectDescription, quirk: 'A6' },
        { names: /-additionalVersionWeight-type-a-text$/, tolerance: tolerances.weightsInText, quirk: 'A7' },
      ],
      // The field name of the version is implementation-defined (A4), so requests have both names. A special check
      // covers it.
      except: /-body-one-of-versionId/,
      complete: (body: JsonObject) => (body.versionID === undefined ? body : { ...body, versionId: body.versionID }),
    },
  },
  version: {
    constraints: { open: [{ names: /-body-type-a-text$/, tolerance: tolerances.versionOfText, quirk: 'A9' }] },
    openParameters: [direction],
  },
}

/** Parameters of InvokeFunction that a target may accept or reject. */
export const openParameters: readonly OpenProbes[] = [
  { names: /-X-Fc-Invocation-Type-/, tolerance: tolerances.unknownInvocationType, quirk: 'A25' },
]
