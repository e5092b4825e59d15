import { randomBytes } from 'node:crypto'
import { closeSync, constants, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasCode } from './read-file.ts'

/** Files that may contain secrets: only their owner can read them, and symbolic links are not followed. */
const mode = 0o600
const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY } = constants
/** Windows has no such flags. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/**
 * Appends to a file. A new file begins with `head`, and its folder is created. Throws if the path is a symbolic link or
 * another kind of file.
 */
export function appendPrivateFile(file: string, head: string, text: string): void {
  const existing = openExisting(file)
  const descriptor = existing ?? createFile(file)
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error(`${file} is not a regular file`)
    writeSync(descriptor, existing === undefined ? head + text : text)
  } finally {
    closeSync(descriptor)
  }
}

function openExisting(file: string): number | undefined {
  try {
    return openSync(file, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function createFile(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  return openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
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
