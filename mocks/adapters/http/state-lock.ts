import { constants } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Another process keeps its state in the file, or the file with the name of the lock is not a lock. */
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
      if (!hasCode(error, 'EEXIST')) throw error
    }
    const owner = await readOwner(lock)
    if (isRunning(owner)) {
      throw new LockedError(`is in use by process ${owner}, as ${lock} states; use another file or stop that process`)
    }
    await rm(lock, { force: true })
  }
}

/** The process id in a lock, or 0 if it is empty. Other files can have this name. They must not be removed or changed. */
async function readOwner(lock: string): Promise<number> {
  const text = (await readStart(lock)) || (await sleep(startMs).then(() => readStart(lock)))
  if (text !== undefined && /^\d{0,10}$/.test(text)) return Number(text)
  throw new LockedError(`cannot be used, because ${lock} is not a lock of this mock; use another file`)
}

/** Another process may have created its lock without having written into it yet. */
const startMs = 100

/** The start of a regular file, or `undefined` if it is something else. Empty if there is no file. */
async function readStart(file: string): Promise<string | undefined> {
  // Opening a pipe would wait for its writer. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  try {
    const handle = await open(file, flags)
    try {
      if (!(await handle.stat()).isFile()) return undefined
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(longestLock) })
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return ''
    if (hasCode(error, 'ELOOP')) return undefined // a symbolic link
    throw error
  }
}

/** Bytes. A process id is shorter. */
const longestLock = 20

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
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
