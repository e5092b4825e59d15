import type { HttpHandler } from 'msw'
import { apiMocks } from '../../apis.ts'
import { createHandlers, type HandlerOptions } from './create-handlers.ts'

export type { FunctionContext, FunctionEvent, LocalFunction } from '../../aliyun-fc/local-function.ts'
export type { HandlerOptions }

/**
 * Request handlers of all APIs for `setupServer` and `setupWorker` of MSW 2.10 and later and MSW 3. They use regular expressions,
 * because the two versions interpret path patterns differently.
 */
export function handlers(options: HandlerOptions = {}): HttpHandler[] {
  return createHandlers(apiMocks, options)
}
