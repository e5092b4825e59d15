import type { CrudSettings } from '../checks/crud/checks.ts'

/** Special cases of the generic checks. */
export const settings: Readonly<Record<string, CrudSettings>> = {
  // The checks of pages 003 and 000 cover the values of its fields.
  function: { hasOwnConstraints: true },
  // A bucket requires the name of an object, and the other way round.
  'layer-version': { constraints: { except: /-oss(Bucket|Object)Name-alone$/ } },
  // The weight must be that of an existing version. The checks of weights cover the limits.
  alias: { constraints: { except: /^accepts-additionalVersionWeight/ } },
}
