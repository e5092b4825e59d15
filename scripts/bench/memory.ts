import type { MockEmulator } from '../../mocks/adapters/options.ts'
import { archiveBytes, toFunctionBody } from './function-body.ts'
import { functions, send, services } from './send.ts'

const storedFunctions = 100_000

/** Returns the bytes that a stored function takes in addition to its code. Fills the emulator. */
export function measureMemory(emulator: MockEmulator): number {
  send(emulator, 'POST', services, '{"serviceName":"bench"}')
  // The first functions warm up compiled validators, hidden classes and optimised code.
  for (let number = 0; number < warmUp; number += 1) send(emulator, 'POST', functions, toFunctionBody(number))
  const before = readMemory()
  for (let number = warmUp; number < storedFunctions; number += 1) {
    send(emulator, 'POST', functions, toFunctionBody(number))
  }
  return (readMemory() - before) / (storedFunctions - warmUp) - archiveBytes
}

const warmUp = 5000

/** Live bytes on the heap and outside it. Archives are outside the heap. */
function readMemory(): number {
  if (!globalThis.gc) throw new Error('start this process with --expose-gc')
  for (let time = 0; time < 3; time += 1) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
