import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Lists } from './lists.ts'
import type { Moments } from './moments.ts'
import { atMost, type Row, toNumber } from './row.ts'

/** Measures a full state: snapshots, pages of a list, and memory. */
export async function measureState(rounds: number): Promise<Row[]> {
  const file = fileURLToPath(new URL('./state-child.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file, String(rounds)])
  const { perFunction, moments, lists } = JSON.parse(stdout) as {
    perFunction: number
    moments: Moments
    lists: Lists
  } // what state-child.ts printed
  const pages = `${toNumber(lists.many)} and ${toNumber(lists.few)} µs`
  return [
    ...(['reset', 'snapshot', 'restore'] as const).map((name) =>
      atMost(`${name} with 100,000 functions`, moments[name], 1, 'ms'),
    ),
    atMost('a page of ListFunctions, 1,000,000 functions / 1,000 functions', lists.many / lists.few, 1.5, '', pages),
    atMost('memory of a stored function in addition to its code', perFunction / 1024, 2, 'KB'),
  ]
}
