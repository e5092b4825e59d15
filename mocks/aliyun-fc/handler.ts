import type { Operation } from '../../schemas/core/operation.ts'
import type { Handler } from '../core/handler.ts'
import type { FcState } from './state.ts'

/** A handler of Function Compute. Both API versions share one state. */
export type FcHandler<Op extends Operation> = Handler<Op, FcState>
