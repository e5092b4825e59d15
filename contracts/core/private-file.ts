import { randomBytes } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'

/** Files that may contain secrets: only their owner can read them, and symbolic links are not followed. */
const mode = 0o600
const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY } = constants
/** Windows has no such flag. */
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0

/** Appends to a file. A new file begins with `head`. Throws if the path is a symbolic link or another kind of file. */
export function appendPrivateFile(file: string, head: string, text: string): void {
  let descriptor: number
  let isNew = true
  try {
    descriptor = openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
  } catch (error) {
    if (!isExisting(error)) throw error
    isNew = false
    descriptor = openSync(file, O_WRONLY | O_APPEND | O_NOFOLLOW | (constants.O_NONBLOCK ?? 0))
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error(`${file} is not a regular file`)
    writeSync(descriptor, isNew ? head + text : text)
  } finally {
    closeSync(descriptor)
  }
}

/** Replaces a file in one step. A symbolic link at the path is replaced, and its target is not changed. */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  const draft = toDraft(file)
  try {
    await writeFile(draft, text, { flag: 'wx', mode })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** A name that nobody can predict. */
function toDraft(file: string): string {
  return `${file}.${randomBytes(8).toString('hex')}`
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
