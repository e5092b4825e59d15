import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { readGivenFile } from '../../contracts/core/read-file.ts'
import type { TlsFiles } from '../../mocks/adapters/http/tls.ts'
import type { Seed } from '../../mocks/apis.ts'

/** The file of a flag is missing or invalid. */
export class FileError extends WrongUseError {
  constructor(flag: string, file: string, reason: string, cause?: unknown) {
    super(`${flag} ${file}: ${reason}`, { cause })
  }
}

/** Certificate and key. Throws {@link FileError} naming the flag and the file. */
export async function readTls(cert: string, key: string): Promise<TlsFiles> {
  const { checkTls, TlsError } = await import('../../mocks/adapters/http/tls.ts')
  const files = { cert: await readGivenFile(cert, `--cert ${cert}`), key: await readGivenFile(key, `--key ${key}`) }
  try {
    checkTls(files)
    return files
  } catch (error) {
    if (!(error instanceof TlsError)) throw error
    throw error.part === 'cert'
      ? new FileError('--cert', cert, error.message, error)
      : new FileError('--key', key, error.message, error)
  }
}

/** Reads a seed, the initial state of every namespace. Throws {@link FileError} with the place; the mock validates the content. */
export async function readSeed(file: string): Promise<Seed> {
  const { readYaml } = await import('../../mocks/adapters/http/read-yaml.ts')
  const text = (await readGivenFile(file, `--seed-file ${file}`)).toString()
  let seed: unknown
  try {
    seed = readYaml(text)
  } catch (error) {
    throw new FileError('--seed-file', file, error instanceof Error ? error.message : String(error), error)
  }
  if (typeof seed !== 'object' || seed === null || Array.isArray(seed))
    throw new FileError('--seed-file', file, 'it must contain an object whose keys are ids of APIs')
  return seed as Seed // an object; the mock validates its values
}
