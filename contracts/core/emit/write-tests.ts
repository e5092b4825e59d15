import { access, constants, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WrongUseError } from '../exit-codes.ts'
import { writePrivateFile } from '../private-file.ts'
import { toReadError, toWriteError } from '../read-file.ts'
import { type Emitted, renderReadme } from './emit-tests.ts'
import { mark } from './render-test.ts'

/**
 * Creates the folder. Throws {@link WrongUseError} if it cannot be written, or contains a file that an earlier run did
 * not write.
 */
export async function checkTestFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .catch((error: unknown) => {
      throw toWriteError(folder, error)
    })
  await findOwnFiles(folder)
}

/** Replaces the files of an earlier run. Throws {@link WrongUseError} like {@link checkTestFolder}. */
export async function writeTests(folder: string, emitted: readonly Emitted[], baseUrl: string): Promise<void> {
  await checkTestFolder(folder)
  for (const file of await findOwnFiles(folder)) await rm(file)
  const files = emitted.flatMap((one) => ('file' in one ? [[one.file, one.text] as const] : []))
  for (const [name, text] of [...files, ['README.md', renderReadme(emitted, { baseUrl })] as const]) {
    const file = join(folder, name)
    await writePrivateFile(file, text).catch((error: unknown) => {
      throw toWriteError(file, error)
    })
  }
}

async function findOwnFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw toReadError(folder, error)
  })
  const files: string[] = []
  for (const entry of entries) {
    const file = join(folder, entry.name)
    const text = entry.isFile() ? await readFile(file, 'utf8').catch(() => '') : ''
    if (!text.slice(0, 100).includes(mark)) {
      throw new WrongUseError(`${folder} contains ${entry.name}, which --emit-tests did not write; use an empty folder`)
    }
    files.push(file)
  }
  return files
}
