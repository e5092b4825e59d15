import { creationOperators } from './resources/creations.ts'
import { deletionOperators } from './resources/deletions.ts'
import { readOperators } from './resources/reads.ts'
import { updateOperators } from './resources/updates.ts'

/** Operators on the operations of a resource. */
export const resourceOperators = [...creationOperators, ...readOperators, ...updateOperators, ...deletionOperators]
