import type { Quirk } from '../core/quirk.ts'
import { aliasQuirks } from './quirks/aliases.ts'
import { bindingQuirks } from './quirks/bindings.ts'
import { configurationQuirks } from './quirks/configurations.ts'
import { definitionQuirks } from './quirks/definition.ts'
import { domainQuirks } from './quirks/domains.ts'
import { exampleQuirks } from './quirks/examples.ts'
import { functionQuirks } from './quirks/functions.ts'
import { instanceQuirks } from './quirks/instances.ts'
import { layerQuirks } from './quirks/layers.ts'
import { limitQuirks } from './quirks/limits.ts'
import { provisionQuirks } from './quirks/provision.ts'
import { structureQuirks } from './quirks/structures.ts'
import { tagQuirks } from './quirks/tags.ts'
import { taskQuirks } from './quirks/tasks.ts'
import { triggerQuirks } from './quirks/triggers.ts'
import { versionQuirks } from './quirks/versions.ts'
import { wireQuirks } from './quirks/wire.ts'

/**
 * The contradictions of sources 003, 000 and FC-DEF. B: within and between the two sources. C: with FC 2016-08-15.
 * X: with real clients. D, E and F: within FC-DEF.
 */
export const quirks: readonly Quirk[] = [
  ...wireQuirks,
  ...limitQuirks,
  ...structureQuirks,
  ...exampleQuirks,
  ...versionQuirks,
  ...definitionQuirks,
  ...layerQuirks,
  ...domainQuirks,
  ...taskQuirks,
  ...instanceQuirks,
  ...functionQuirks,
  ...aliasQuirks,
  ...triggerQuirks,
  ...tagQuirks,
  ...configurationQuirks,
  ...provisionQuirks,
  ...bindingQuirks,
]
