import { byQuirkId } from '../core/quirk.ts'
import { conditionQuirks } from './quirks/conditions.ts'
import { exampleQuirks } from './quirks/examples.ts'
import { tableQuirks } from './quirks/tables.ts'
import { valueQuirks } from './quirks/values.ts'
import { wireQuirks } from './quirks/wire.ts'

/** D1 to D31 are contradictions within and between sources 001 and 002. Y1 to Y5 are differences that were found later. */
export const quirks = [...valueQuirks, ...conditionQuirks, ...tableQuirks, ...exampleQuirks, ...wireQuirks].sort(
  byQuirkId,
)
