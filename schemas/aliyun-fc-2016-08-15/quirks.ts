import { byQuirkId } from '../core/quirk.ts'
import { modelQuirks } from './quirks/models.ts'
import { observedQuirks } from './quirks/observed.ts'
import { operationQuirks } from './quirks/operations.ts'
import { pageQuirks } from './quirks/page.ts'
import { wireQuirks } from './quirks/wire.ts'

/** A1 to A35 are contradictions within source 004. W1 onwards are differences between source 004 and real traffic. */
export const quirks = [...operationQuirks, ...modelQuirks, ...pageQuirks, ...wireQuirks, ...observedQuirks].sort(
  byQuirkId,
)
