/**
 * Resolves on SIGINT, SIGTERM or SIGHUP (a closed terminal), when an npm script that has started this process is gone, or
 * when `other` is aborted. A second signal ends the process at once.
 */
export async function untilStopped(other?: AbortSignal): Promise<void> {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  await new Promise<void>((resolve) => {
    const stop = () => {
      for (const name of names) process.removeListener(name, stop)
      resolve()
    }
    for (const name of names) process.on(name, stop)
    other?.addEventListener('abort', stop)
    if (process.env.npm_lifecycle_event === undefined) return
    // npm runs the command in a shell, and passes signals to the shell only.
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) stop()
    }, 100).unref()
  })
}
