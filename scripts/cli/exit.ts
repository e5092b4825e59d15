import { exitCodes } from '../../contracts/core/exit-codes.ts'

/** The exit codes of the process, which are the same for every command. */
export const exitCode = { done: exitCodes.conformant, ...exitCodes }
