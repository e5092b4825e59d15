import type { Emulator } from '../../mocks/core/emulator.ts'
import { ask, functions, services } from './ask.ts'
import { archiveBytes, toFunctionBody } from './function-body.ts'

const storedFunctions = 100_000

/** The memory that a stored function takes beyond its code, in bytes. Fills the emulator. */
export function measureMemory(emulator: Emulator): number {
  ask(emulator, 'POST', services, '{"serviceName":"bench"}')
  // The first ones make what is made once: compiled validators, hidden classes, optimised code.
  for (let number = 0; number < warmUp; number += 1) ask(emulator, 'POST', functions, toFunctionBody(number))
  const before = readMemory()
  for (let number = warmUp; number < storedFunctions; number += 1) {
    ask(emulator, 'POST', functions, toFunctionBody(number))
  }
  return (readMemory() - before) / (storedFunctions - warmUp) - archiveBytes
}

const warmUp = 5000

/** Live bytes, on the heap and beside it: archives lie beside it. */
function readMemory(): number {
  if (!globalThis.gc) throw new Error('start this process with --expose-gc')
  for (let time = 0; time < 3; time += 1) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
