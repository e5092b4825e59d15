import { seededRandom } from '../../../schemas/core/lib/random.ts'
import { aliyunFc20160815Mock } from '../../aliyun-fc-2016-08-15/mock.ts'
import { aliyunFc20210406Mock } from '../../aliyun-fc-2021-04-06/mock.ts'
import { manualClock } from '../../core/clock.ts'
import { allParts } from '../../core/parts.ts'
import { createEmulator, type EmulatorOptions } from '../../core/emulator.ts'
import { createIds } from '../../core/ids.ts'
import { type JsonResponse, testClient } from '../../core/testing/client.ts'
import type { WireRequest, WireResponse } from '../../core/wire.ts'
import type { FcBehaviour } from '../invocation-rules.ts'

/** The required fields of a function. Its code is the text whose CRC-64 is in the CRC catalogue. */
export const leastFunction = {
  functionName: 'f',
  handler: 'index.handler',
  runtime: 'nodejs8',
  code: { zipFile: btoa('123456789') },
}

/** Both API versions of Function Compute on one state, in this process, with a fixed seed, at 2016-08-15T15:00Z. */
export function createFc(
  options: Omit<Partial<EmulatorOptions>, 'behaviour'> & { readonly behaviour?: FcBehaviour } = {},
) {
  const { behaviour, ...rest } = options
  const clock = manualClock(Date.UTC(2016, 7, 15, 15))
  const emulator = createEmulator(
    {
      mocks: [aliyunFc20160815Mock, aliyunFc20210406Mock],
      clock,
      ids: createIds(seededRandom(1)),
      ...rest,
      behaviour: { 'aliyun-fc': behaviour },
    },
    allParts,
  )
  const client = testClient(emulator)

  /** Sends JSON to FC 2016-08-15. The path continues after `/services`. */
  const send = (method: string, path: string, body?: unknown, headers?: WireRequest['headers']): JsonResponse =>
    client(method, `/2016-08-15/services${path}`, body, headers)

  /** Sends JSON to FC 2021-04-06. */
  const send2021 = (method: string, path: string, body?: unknown, headers?: WireRequest['headers']): JsonResponse =>
    client(method, `/2021-04-06/services${path}`, body, headers)

  /** Sends JSON to FC 2021-04-06. The path continues after the version. */
  const call2021 = (method: string, path: string, body?: unknown, headers?: WireRequest['headers']): JsonResponse =>
    client(method, `/2021-04-06${path}`, body, headers)

  /** Sends bytes and returns the response unchanged. The path is complete and may contain a query. */
  const sendRaw = (method: string, path: string, body?: Uint8Array, headers: WireRequest['headers'] = {}) => {
    const [pathOnly = '', query = ''] = path.split('?')
    return emulator.handle({ method, path: pathOnly, query, headers, body, host: 'localhost' }) as WireResponse
  }

  /** Invokes a function. `place` is its service, with an optional qualifier, and its name. */
  const invoke = (place: string, event = '', headers: WireRequest['headers'] = {}) => {
    const [service, functionName] = place.split('/')
    const path = `/2016-08-15/services/${service}/functions/${functionName}/invocations`
    const { body, ...result } = sendRaw('POST', path, new TextEncoder().encode(event), headers)
    return { ...result, text: typeof body === 'string' ? body : body && new TextDecoder().decode(body) }
  }

  return { clock, emulator, send, send2021, call2021, sendRaw, invoke }
}

/** The same with a service `demo` that contains a function `f`. */
export function createDemo(options?: Parameters<typeof createFc>[0]) {
  const fc = createFc(options)
  fc.send('POST', '', { serviceName: 'demo' })
  fc.send('POST', '/demo/functions', leastFunction)
  return fc
}

/** The expected status, code and, if given, message of an error response. */
export function refusal(status: number, code: string, message?: unknown) {
  return { status, body: { ErrorCode: code, ...(message !== undefined && { ErrorMessage: message }) } }
}
