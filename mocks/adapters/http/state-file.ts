import { open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Emulator } from '../../core/emulator.ts'

/** A file that is no state of this mock, or that cannot be read or written. It was not touched. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError'
  readonly file: string
  /** Without the file's name. */
  readonly reason: string

  constructor(file: string, reason: string, cause: unknown) {
    super(`${file}: ${reason}`, { cause })
    this.file = file
    this.reason = reason
  }
}

export interface StateFile {
  /** Writes what has changed since and stops. */
  readonly close: () => Promise<void>
}

type Kept = Pick<Emulator, 'exportState' | 'importState' | 'revision'>

/**
 * Loads the state that a file holds, where there is one, and from then on keeps the file up to date: a moment after a
 * change, and when it is closed. A file is replaced as a whole, so that at every moment it is either the old or the new
 * one. What goes wrong at the start rejects with a {@link StateFileError}; later, `report` is told, once until it works
 * again, and the next pause is followed by another attempt.
 */
export async function keepState(
  emulator: Kept,
  file: string,
  report: (error: StateFileError) => void,
): Promise<StateFile> {
  const target = await realpath(file).catch(() => file) // a link stays one
  let written = (await load(emulator, target)) ? emulator.revision() : undefined

  async function save(): Promise<void> {
    const revision = emulator.revision()
    if (revision === written) return
    await replace(target, emulator.exportState())
    written = revision
  }
  await save() // a place that cannot be written shows now

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
      if (!isFailing) report(error as StateFileError) // `exportState` throws nothing
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
      await save()
    },
  }
}

/** So much may be lost when the process is killed. */
const shortestPauseMs = 250
/** Of a large state, which takes long to write, at most a tenth of the time is spent on it. */
const pausePerWriting = 9

/** Whether there was a file. */
async function load(emulator: Kept, file: string): Promise<boolean> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw new StateFileError(file, `cannot be read: ${toReason(cause)}`, cause)
  }
  try {
    emulator.importState(text)
  } catch (cause) {
    throw new StateFileError(file, `${toReason(cause)}; the file was left as it is`, cause)
  }
  return true
}

/** The new content reaches the disk under another name before it takes the file's: a crash leaves one or the other. */
async function replace(file: string, content: string): Promise<void> {
  const draft = `${file}.new`
  try {
    const handle = await open(draft, 'w', 0o600) // the environment variables in it may be secrets
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
    await syncFolder(dirname(file))
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {}) // the first reason is the one to tell
    throw new StateFileError(file, `cannot be written: ${toReason(cause)}`, cause)
  }
}

/** A rename lasts once the folder is on the disk. Where folders cannot be opened, as on Windows, it lasts without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

function toReason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  // Node adds the call and the paths to the reason.
  return message.replace(/, \w+ '.*$/s, '')
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}
