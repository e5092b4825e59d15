import type { Random } from '../../schemas/core/lib/random.ts'
import { apiMocks, type MockBehaviour } from '../apis.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../core/emulator.ts'
import type { ApiMock } from '../core/handler.ts'
import { createIds } from '../core/ids.ts'
import { toExplanationText } from './http/explanation-text.ts'

/** Options of all adapters: an existing emulator, which several adapters may share, or the options to create one. */
export interface MockOptions extends Partial<Omit<EmulatorOptions, 'mocks' | 'behaviour'>> {
  /** Serves this emulator. The other options are then ignored. */
  readonly emulator?: Emulator | undefined
  /** Additional behaviour of every namespace, for example what invocations return. */
  readonly behaviour?: MockBehaviour | undefined
  /** Ids of the APIs to serve. Default: all. */
  readonly apis?: readonly string[] | undefined
}

/** Creates an emulator with the clock and the random numbers of the system. Throws a `TypeError` for an unknown API. */
export function toEmulator(options: MockOptions): Emulator {
  if (options.emulator) return options.emulator
  const random = options.random ?? systemRandom()
  return createEmulator({
    ...options,
    mocks: toMocks(options.apis),
    clock: options.clock ?? { now: Date.now },
    ids: options.ids ?? createIds(random),
    random,
    // Clients sign with the system time, also if the mock is deterministic.
    authNow: options.authNow ?? options.clock?.now ?? Date.now,
    onDefect: options.onDefect ?? reportDefect,
    onExplain: options.onExplain ?? ((explained) => console.error(toExplanationText(explained))),
  })
}

function toMocks(apis: readonly string[] | undefined): readonly ApiMock[] {
  const known = apiMocks.map(({ api }) => api.id)
  const unknown = apis?.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new TypeError(`unknown API ${unknown}; valid ids are ${known.join(', ')}`)
  return apis ? apiMocks.filter(({ api }) => apis.includes(api.id)) : apiMocks
}

/** Prints a defect of the mock. The client only gets an internal error. */
function reportDefect(defect: unknown, place: string): void {
  console.error(`${place}: a defect of the mock; please report it:`, defect)
}

/**
 * Random numbers of the platform, requested in blocks, because one call per number would take longer than a whole
 * request.
 */
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
