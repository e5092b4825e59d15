import { randomBytes } from 'node:crypto'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { toSystemReason } from '../../../schemas/core/lib/system-reason.ts'
import type { Emulator } from '../../core/emulator.ts'
import { LockedError, lockFile } from './state-lock.ts'

/** A file that is not a state of this mock, or that cannot be read or written. It was not changed. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError'
  readonly file: string
  /** The reason without the file name. */
  readonly reason: string

  constructor(file: string, reason: string, cause: unknown) {
    super(`${file} ${reason}`, { cause })
    this.file = file
    this.reason = reason
  }
}

export interface StateFile {
  /** Writes the latest changes and stops. */
  readonly close: () => Promise<void>
}

type Kept = Pick<Emulator, 'exportState' | 'importState' | 'revision'>

/**
 * Loads the state from a file, if it exists, and then keeps the file up to date. The file is written shortly after a
 * change, and on close. It is replaced as a whole, so it always contains a complete state. Rejects with a {@link
 * StateFileError} if the start fails. Later errors are passed to `report`, once until writing succeeds again, and
 * writing is retried.
 */
export async function keepState(
  emulator: Kept,
  file: string,
  report: (error: StateFileError) => void,
): Promise<StateFile> {
  const target = await realpath(file).catch(() => file) // keeps a symbolic link
  const unlock = await lock(target)
  try {
    return await keepLocked(emulator, target, report, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

async function lock(file: string): Promise<() => Promise<void>> {
  try {
    return await lockFile(file)
  } catch (cause) {
    const reason = cause instanceof LockedError ? cause.message : `cannot be written: ${toSystemReason(cause)}`
    throw new StateFileError(file, reason, cause)
  }
}

async function keepLocked(
  emulator: Kept,
  target: string,
  report: (error: StateFileError) => void,
  unlock: () => Promise<void>,
): Promise<StateFile> {
  let written = (await load(emulator, target)) ? emulator.revision() : undefined

  async function save(): Promise<void> {
    const revision = emulator.revision()
    if (revision === written) return
    await replace(target, emulator.exportState())
    written = revision
  }
  await save() // reports an unwritable path at the start

  let isClosed = false
  let isFailing = false
  let running = Promise.resolve()
  let timer = setTimeout(run, shortestPauseMs)
  function run(): void {
    running = attempt()
  }
  async function attempt(): Promise<void> {
    const start = performance.now()
    try {
      await save()
      isFailing = false
    } catch (error) {
      if (!isFailing) report(error as StateFileError) // `exportState` does not throw
      isFailing = true
    }
    const pause = Math.max(shortestPauseMs, (performance.now() - start) * pausePerWriting)
    if (!isClosed) timer = setTimeout(run, pause)
  }
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await running
      await save().finally(unlock)
    },
  }
}

/** Changes of this time may be lost if the process is killed. */
const shortestPauseMs = 250
/** A large state takes long to write. Writing takes at most a tenth of the time. */
const pausePerWriting = 9

/** Returns whether the file exists. */
async function load(emulator: Kept, file: string): Promise<boolean> {
  let text: string
  try {
    const found = await stat(file)
    // Reading a pipe or a device would wait forever.
    if (!found.isFile() && !found.isDirectory()) throw new Error('it is a pipe, a socket or a device')
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw new StateFileError(file, `cannot be read: ${toSystemReason(cause)}`, cause)
  }
  try {
    emulator.importState(text)
  } catch (cause) {
    throw new StateFileError(file, `cannot be used: ${toSystemReason(cause)}; the file was not changed`, cause)
  }
  return true
}

/** Writes the new content to another file and renames it, so that a crash leaves either the old or the new content. */
async function replace(file: string, content: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}` // no other file has this name
  try {
    const handle = await open(draft, 'wx', 0o600) // the state may contain secrets in environment variables
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
    await syncFolder(dirname(file))
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {}) // the first error is reported
    throw new StateFileError(file, `cannot be written: ${toSystemReason(cause)}`, cause)
  }
}

/**
 * A rename is durable once the folder is synchronised. On Windows, folders cannot be opened and renames are durable
 * without this.
 */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}
