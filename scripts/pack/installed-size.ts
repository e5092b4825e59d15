import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The sizes of the files of the package and of zod, its dependency, may add up to this, in megabytes. zod takes 6. */
export const maxInstalledMb = 15

/** The sizes of all files of a folder, in megabytes. */
export async function toMegabytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => stat(join(parentPath, name)))
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0) / 1e6
}
