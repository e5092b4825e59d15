import { exitCodes } from '../../contracts/core/exit-codes.ts'

/** What the process ends with. The same for every verb. */
export const exitCode = { done: exitCodes.conformant, ...exitCodes }
