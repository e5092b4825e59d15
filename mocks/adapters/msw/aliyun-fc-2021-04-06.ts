import type { HttpHandler } from 'msw'
import { aliyunFc20210406Mock } from '../../aliyun-fc-2021-04-06/mock.ts'
import { createHandlers, type HandlerOptions } from './create-handlers.ts'

/** Request handlers of Function Compute 2021-04-06 alone. A bundle then contains no other API. */
export function handlers(options: Omit<HandlerOptions, 'apis'> = {}): HttpHandler[] {
  return createHandlers([aliyunFc20210406Mock], options)
}
