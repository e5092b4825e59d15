import type { FcState } from './state.ts'

/** A function, in a version or an alias, whose asynchronous invocations are tasks. */
export interface TaskFunction {
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string
}
