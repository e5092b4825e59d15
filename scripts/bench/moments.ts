import type { MockEmulator } from '../../mocks/adapters/options.ts'
import { median } from './statistics.ts'

/** Milliseconds. */
export interface Moments {
  readonly reset: number
  readonly snapshot: number
  readonly restore: number
}

/** Measures reset, snapshot and restore of a full state. The state is unchanged afterwards. */
export function measureMoments(emulator: MockEmulator, rounds: number): Moments {
  const times = Array.from({ length: rounds }, () => {
    const [kept, snapshot] = time(() => emulator.snapshot())
    const [, reset] = time(() => emulator.reset())
    const [, restore] = time(() => emulator.restore(kept))
    return { snapshot, reset, restore }
  })
  const middle = (name: keyof Moments) => median(times.map((moment) => moment[name]))
  return { reset: middle('reset'), snapshot: middle('snapshot'), restore: middle('restore') }
}

function time<T>(run: () => T): [T, number] {
  const start = performance.now()
  const value = run()
  return [value, performance.now() - start]
}
