import type { FcState } from '../../mocks/aliyun-fc/state.ts'
import { aliyunFc20160815Mock as mock } from '../../mocks/aliyun-fc-2016-08-15/mock.ts'
import { allParts } from '../../mocks/core/parts.ts'
import { createEmulator, type Emulator } from '../../mocks/core/emulator.ts'
import { createIds } from '../../mocks/core/ids.ts'
import { put } from '../../mocks/core/sorted-map.ts'
import type { Cell } from '../../mocks/core/store.ts'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { toFunctionBody, toFunctionName } from './function-body.ts'
import { functions, send, services } from './send.ts'
import { median } from './statistics.ts'

export interface Lists {
  /** Microseconds per page. */
  readonly few: number
  readonly many: number
}

const [few, many] = [1000, 1_000_000]

/**
 * Measures pages of ListFunctions in a short and in a long list, at positions spread over the list. The two lists take
 * turns page by page and the result is the median, so that other load on the machine affects both lists and few pages.
 */
export function measureLists(rounds: number): Lists {
  const [amongFew, amongMany] = [createList(few), createList(many)]
  const times = Array.from({ length: rounds * pages }, (_, index) => {
    const place = (index % pages) / pages
    return { few: timePage(amongFew, place), many: timePage(amongMany, place) }
  }).slice(pages) // the first round warms up
  return { few: median(times.map((time) => time.few)), many: median(times.map((time) => time.many)) }
}

const pages = 200

interface List {
  readonly emulator: Emulator
  readonly size: number
}

/**
 * Creates a service with that many functions. A million creates would take a minute, so a modified GetFunction writes
 * copies of the first function to the state.
 */
function createList(size: number): List {
  const { getFunction } = mock.handlers
  if (!getFunction) throw new Error('GetFunction has no handler')
  const fill = (context: { state: Cell<FcState> }) => {
    const { state } = context
    const service = state.current.services.get('bench')
    const [pattern] = service?.functions.entries() ?? []
    if (!service || !pattern) throw new Error('the state holds no function to copy')
    let filled = service.functions
    for (let number = 1; number < size; number += 1) {
      const functionName = toFunctionName(number)
      filled = put(filled, functionName, { ...pattern[1], functionName })
    }
    state.current = {
      ...state.current,
      services: put(state.current.services, 'bench', { ...service, functions: filled }),
    }
    return getFunction(context as never)
  }
  const emulator = createEmulator(
    {
      mocks: [{ ...mock, handlers: { ...mock.handlers, getFunction: fill } }],
      clock: { now: () => 0 },
      ids: createIds(seededRandom(1)),
    },
    allParts,
  )
  send(emulator, 'POST', services, '{"serviceName":"bench"}')
  send(emulator, 'POST', functions, toFunctionBody(0))
  send(emulator, 'GET', `${functions}/${toFunctionName(0)}`)
  return { emulator, size }
}

/** Microseconds for a page of the default length. It begins at `place`, from 0 (start of the list) to 1 (end). */
function timePage({ emulator, size }: List, place: number): number {
  const path = `${functions}?startKey=${toFunctionName(Math.floor(place * (size - 100)))}`
  const start = performance.now()
  send(emulator, 'GET', path)
  return (performance.now() - start) * 1000
}
