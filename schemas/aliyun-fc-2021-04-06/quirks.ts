import type { Quirk } from '../core/quirk.ts'
import { exampleQuirks } from './quirks/examples.ts'
import { limitQuirks } from './quirks/limits.ts'
import { structureQuirks } from './quirks/structures.ts'
import { versionQuirks } from './quirks/versions.ts'
import { wireQuirks } from './quirks/wire.ts'

/**
 * The contradictions of sources 003 and 000. B: within and between the two sources. C: with FC 2016-08-15.
 * X: with real clients.
 */
export const quirks: readonly Quirk[] = [
  ...wireQuirks,
  ...limitQuirks,
  ...structureQuirks,
  ...exampleQuirks,
  ...versionQuirks,
]
