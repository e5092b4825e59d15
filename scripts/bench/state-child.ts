import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { measureLists } from './lists.ts'
import { measureMemory } from './memory.ts'
import { measureMoments } from './moments.ts'

/**
 * Prints the costs of emulator state as JSON. Runs in its own process (`--expose-gc`), so that nothing else is in its
 * memory. The argument is the number of rounds.
 */
const rounds = Number(process.argv[2])
const { emulator } = createMock()
const perFunction = measureMemory(emulator)
const moments = measureMoments(emulator, rounds)
const lists = measureLists(rounds)
console.log(JSON.stringify({ perFunction, moments, lists }))
