import type { WireRequest } from '../../core/wire.ts'
import type { LocalFunction } from '../local-function.ts'
import { createDemo } from './fc.ts'

export const isAsync = { 'x-fc-invocation-type': 'Async' }
const destination = 'acs:fc:cn-shanghai:123:services/s1/functions/f1'
export const destinationConfig = { onSuccess: { destination }, onFailure: { destination } }

/** A promise and how to settle it. */
export function createGate() {
  let [resolve, reject]: ((value: unknown) => void)[] = []
  const promise = new Promise((...settlers) => {
    ;[resolve, reject] = settlers
  })
  return { promise, resolve: (value: unknown) => resolve?.(value), reject: (reason: unknown) => reject?.(reason) }
}

/** Lets all functions end that wait for nothing. */
export const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A demo whose function is a local function. */
export function createLocal(local: LocalFunction, options: Parameters<typeof createDemo>[0] = {}) {
  const demo = createDemo({ ...options, behaviour: { invocations: [{ function: 'f', answer: local }] } })
  const post = (path: string, event = '', headers: WireRequest['headers'] = {}) =>
    demo.emulator.handle({
      method: 'POST',
      path,
      query: '',
      headers,
      body: new TextEncoder().encode(event),
      host: 'localhost',
    })
  const outbox = () =>
    demo.emulator.outbox().map(({ reason, body }) => [reason, Reflect.get(Object(body), 'responsePayload')])
  return { ...demo, post, outbox }
}
