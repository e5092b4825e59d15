/** Puts something off for a moment. */
export type Later = (run: () => void) => void

/**
 * Puts off what returns write until every request that has come in is returned. A client on the same machine is then
 * woken once for all of its responses; waking it for each costs more than to work them out.
 */
export function createBatch(): Later {
  let waiting: (() => void)[] = []
  const flush = () => {
    const batch = waiting
    waiting = []
    for (const run of batch) run()
  }
  return (run) => {
    if (waiting.push(run) === 1) setImmediate(flush)
  }
}
