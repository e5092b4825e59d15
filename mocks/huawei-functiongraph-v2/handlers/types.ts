import type { Operation } from '../../../schemas/core/operation.ts'
import type { Handler } from '../../core/handler.ts'
import type { FunctionGraphState } from '../state.ts'

/** A handler of FunctionGraph. */
export type FunctionGraphHandler<Op extends Operation> = Handler<Op, FunctionGraphState>
