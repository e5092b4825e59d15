import type { Random } from '../../schemas/core/lib/random.ts'
import { suggest } from '../../schemas/core/lib/suggest.ts'
import type { ApiId, MockBehaviour, MockNames } from '../apis.ts'
import { checkOptions, emulatorOptions } from '../core/check-options.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../core/emulator.ts'
import type { Explained } from '../core/emulator-options.ts'
import type { ApiMock } from '../core/handler.ts'
import { createIds } from '../core/ids.ts'
import type { EmulatorParts } from '../core/parts.ts'
import { createLateEmulator } from './late-emulator.ts'

/** An emulator that knows the names of all APIs. */
export type MockEmulator = Emulator<MockNames>

/** Options of all adapters: an existing emulator, which several adapters may share, or the options to create one. */
export interface MockOptions extends Partial<Omit<EmulatorOptions<MockNames>, 'mocks' | 'behaviour'>> {
  /** Serves this emulator. The other options are then ignored. */
  readonly emulator?: MockEmulator | undefined
  /** Additional behaviour of every namespace, for example what invocations return. */
  readonly behaviour?: MockBehaviour | undefined
  /** Ids of the APIs to serve. Default: all. */
  readonly apis?: readonly ApiId[] | undefined
}

const { mocks: _, ...ownEmulatorOptions } = emulatorOptions
export const mockOptions: Readonly<Record<keyof MockOptions, true>> = {
  ...ownEmulatorOptions,
  emulator: true,
  apis: true,
}

/**
 * Creates an emulator of some of the mocks, with the clock and the random numbers of the system. Throws a `TypeError` for
 * an unknown API or an unknown option, with the name of the function that got the options. Without `parts`, they are loaded
 * when they are used.
 */
export function toEmulator(
  options: MockOptions,
  mocks: readonly ApiMock[],
  place: string,
  parts?: EmulatorParts,
): MockEmulator {
  checkOptions(options, mockOptions, place)
  const { emulator, apis, ...rest } = options
  if (emulator) return emulator
  const random = rest.random ?? systemRandom()
  const complete = {
    ...rest,
    mocks: toMocks(apis, mocks),
    clock: rest.clock ?? { now: Date.now },
    ids: rest.ids ?? createIds(random),
    random,
    // Clients sign with the system time, also if the mock is deterministic.
    authNow: rest.authNow ?? rest.clock?.now ?? Date.now,
    onDefect: rest.onDefect ?? reportDefect,
    onExplain: rest.onExplain ?? printExplanation,
  }
  return parts ? createEmulator(complete, parts) : createLateEmulator(complete)
}

/** The text is only loaded if explanations are wanted. */
async function printExplanation(explained: Explained): Promise<void> {
  const { toExplanationText } = await import('./http/explanation-text.ts')
  console.error(toExplanationText(explained))
}

function toMocks(apis: readonly string[] | undefined, mocks: readonly ApiMock[]): readonly ApiMock[] {
  const known = mocks.map(({ api }) => api.id)
  const unknown = apis?.find((id) => !known.includes(id))
  if (unknown === undefined) return apis ? mocks.filter(({ api }) => apis.includes(api.id)) : mocks
  throw new TypeError(`unknown API ${unknown}${suggest(unknown, known) || `; valid ids are ${known.join(', ')}`}`)
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
