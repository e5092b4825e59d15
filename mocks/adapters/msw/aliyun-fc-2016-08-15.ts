import type { HttpHandler } from 'msw'
import { aliyunFc20160815Mock } from '../../aliyun-fc-2016-08-15/mock.ts'
import { createHandlers, type HandlerOptions } from './create-handlers.ts'

/** Request handlers of Function Compute 2016-08-15 alone. A bundle then contains no other API. */
export function handlers(options: Omit<HandlerOptions, 'apis'> = {}): HttpHandler[] {
  return createHandlers([aliyunFc20160815Mock], options)
}
