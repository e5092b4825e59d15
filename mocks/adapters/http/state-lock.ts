import { open, readFile, rm } from 'node:fs/promises'

/** Another process keeps its state in the file. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/**
 * Locks a file, so that two processes do not overwrite each other's changes. The lock is a file beside it with the
 * process id. The lock of a process that has ended is replaced. Returns a function that removes the lock. Rejects with a
 * {@link LockedError}, or with the error of the file system.
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`
  for (;;) {
    try {
      const handle = await open(lock, 'wx', 0o600)
      await handle.writeFile(String(process.pid)).finally(() => handle.close())
      return () => rm(lock, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (isRunning(owner)) {
      throw new LockedError(`is in use by process ${owner}, as ${lock} states; use another file or stop that process`)
    }
    await rm(lock, { force: true })
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false
  try {
    return process.kill(processId, 0)
  } catch (error) {
    // The process belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
