/** Runs a function a moment later. */
export type Later = (run: () => void) => void

/**
 * Delays the writing of responses until all received requests are handled. A client on the same machine then wakes once
 * for all its responses. Waking it for each response costs more than computing the responses.
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
