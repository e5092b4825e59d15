/** The contract suite as a library. */
export { contracts } from './apis.ts'
export { type ExitCode, exitCodes, WrongUseError } from './core/exit-codes.ts'
export type { CheckRef, Level, Observation, Outcome, Violation } from './core/outcome.ts'
export { type Paint, renderVerdict } from './core/render.ts'
export type { Signer } from './core/target.ts'
export { type Conclusion, toExitCode, type Verdict } from './core/verdict.ts'
export { type RunOptions, runContract } from './run.ts'
export { describeContract, type SuiteOptions } from './suite.ts'
