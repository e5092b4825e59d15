import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { toSystemReason } from '../../schemas/core/lib/system-reason.ts'
import { WrongUseError } from './exit-codes.ts'

/** Reads a file of the user. Throws {@link WrongUseError} with its name and the reason; the default name is the path. */
export async function readGivenFile(file: string, name = file): Promise<Buffer> {
  return await readFile(file).catch((error: unknown) => {
    throw toReadError(name, error)
  })
}

/** {@link readGivenFile} without a promise. */
export function readGivenFileSync(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw toReadError(file, error)
  }
}

export function toReadError(name: string, error: unknown): WrongUseError {
  return new WrongUseError(`${name} cannot be read: ${toSystemReason(error)}`, { cause: error })
}

/** Creating or writing a file or folder of the user failed. */
export function toWriteError(name: string, error: unknown): WrongUseError {
  return new WrongUseError(`${name} cannot be written: ${toSystemReason(error)}`, { cause: error })
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
