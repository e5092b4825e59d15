import type { ApiMock } from '../../core/handler.ts'
import { type MockEmulator, type MockOptions, toEmulator } from '../options.ts'
import { toWireRequest } from '../request.ts'
import { toResponse } from '../response.ts'

export interface Mock {
  /** Handles a request without a socket. Works wherever a `fetch` function is expected. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** For resets, snapshots and coverage, and to share the state with other adapters. */
  readonly emulator: MockEmulator
}

export function createMockOf(mocks: readonly ApiMock[], options: MockOptions): Mock {
  const emulator = toEmulator(options, mocks, 'createMock')
  return {
    emulator,
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init)
      return toResponse(await emulator.handle(await toWireRequest(request, emulator.maxBodyBytes)), request)
    },
  }
}
