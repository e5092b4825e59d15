/** How a run ends, as a process says it. Wrong use is an error of whoever started the run, never a verdict. */
export const exitCodes = { conformant: 0, violations: 1, wrongUse: 2, couldNotRun: 3 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A run that cannot start as it was asked for: an unknown API, a base URL that is none, a filter that fits nothing. */
export class WrongUseError extends Error {
  override readonly name = 'WrongUseError'
}
