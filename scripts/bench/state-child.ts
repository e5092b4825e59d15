import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { measureLists } from './lists.ts'
import { measureMemory } from './memory.ts'
import { measureMoments } from './moments.ts'

/**
 * Prints, as JSON, what the state of an emulator costs. A process of its own (`--expose-gc`), so that nothing else
 * is in its memory; the number of rounds is its argument.
 */
const rounds = Number(process.argv[2])
const { emulator } = createMock()
const perFunction = measureMemory(emulator)
const moments = measureMoments(emulator, rounds)
const lists = measureLists(rounds)
console.log(JSON.stringify({ perFunction, moments, lists }))
