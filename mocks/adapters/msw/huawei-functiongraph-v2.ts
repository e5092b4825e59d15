import type { HttpHandler } from 'msw'
import { huaweiFunctionGraphV2Mock } from '../../huawei-functiongraph-v2/mock.ts'
import { createHandlers, type HandlerOptions } from './create-handlers.ts'

/** Request handlers of FunctionGraph v2 alone. A bundle then contains no other API. */
export function handlers(options: Omit<HandlerOptions, 'apis'> = {}): HttpHandler[] {
  return createHandlers([huaweiFunctionGraphV2Mock], options)
}
