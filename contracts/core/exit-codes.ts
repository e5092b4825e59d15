/** The exit codes of the command. Wrong use is an error of the caller and never a verdict. */
export const exitCodes = { conformant: 0, violations: 1, wrongUse: 2, couldNotRun: 3 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Invalid input of the caller: an unknown API, an invalid base URL, a filter that matches nothing. Nothing was sent. */
export class WrongUseError extends Error {
  override readonly name = 'WrongUseError'
}
