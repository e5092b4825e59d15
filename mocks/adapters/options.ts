import { apiMocks, type MockBehaviour } from '../apis.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../core/emulator.ts'
import type { ApiMock } from '../core/handler.ts'
import type { Random } from '../../schemas/core/lib/random.ts'
import { createIds } from '../core/ids.ts'
import { toExplanationText } from './http/explanation-text.ts'

/** What every adapter takes: an emulator that other adapters may share, or what to make one of. */
export interface MockOptions extends Partial<Omit<EmulatorOptions, 'mocks' | 'behaviour'>> {
  /** Serve this emulator; the other options then say nothing. */
  readonly emulator?: Emulator | undefined
  /** What every namespace begins with beyond resources, such as what invocations response. */
  readonly behaviour?: MockBehaviour | undefined
  /** Ids of the APIs to serve; all unless given. */
  readonly apis?: readonly string[] | undefined
}

/** The emulator of some options, with the system's clock and randomness. Throws a `TypeError` for an unknown API. */
export function toEmulator(options: MockOptions): Emulator {
  if (options.emulator) return options.emulator
  const random = options.random ?? systemRandom()
  return createEmulator({
    ...options,
    mocks: toMocks(options.apis),
    clock: options.clock ?? { now: Date.now },
    ids: options.ids ?? createIds(random),
    random,
    // Clients sign with the time of their machine, whatever time it is in a deterministic mock.
    authNow: options.authNow ?? options.clock?.now ?? Date.now,
    onDefect: options.onDefect ?? reportDefect,
    onExplain: options.onExplain ?? ((explained) => console.error(toExplanationText(explained))),
  })
}

function toMocks(apis: readonly string[] | undefined): readonly ApiMock[] {
  const known = apiMocks.map(({ api }) => api.id)
  const unknown = apis?.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new TypeError(`unknown API ${unknown}; known are ${known.join(', ')}`)
  return apis ? apiMocks.filter(({ api }) => apis.includes(api.id)) : apiMocks
}

/** The client learns only that something failed; who runs the mock sees what. */
function reportDefect(defect: unknown, place: string): void {
  console.error(`${place}: a defect of the mock, please report it:`, defect)
}

/** The platform's randomness, fetched in blocks: a call for each number costs more than the rest of a request. */
function systemRandom(): Random {
  const block = new Uint32Array(1024)
  let next = block.length
  return () => {
    if (next === block.length) {
      crypto.getRandomValues(block)
      next = 0
    }
    const value = block[next] ?? 0
    next += 1
    return value
  }
}
