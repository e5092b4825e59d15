/** What the process ends with. The same for every verb. */
export const exitCode = { done: 0, violations: 1, wrongUse: 2, couldNotRun: 3 } as const

/** The command line asks for something that does not exist: one line, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The command line is right and the machine cannot do it (a port in use, a missing package): one line, exit 3. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError'
}
