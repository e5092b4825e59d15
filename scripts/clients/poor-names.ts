import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Names that a generator invented because the document has none, each with the first file that contains it. */
export async function findPoorNames(folder: string): Promise<readonly string[]> {
  const found = new Map<string, string>()
  for (const file of await findSources(folder)) {
    for (const [name] of (await readFile(join(folder, file), 'utf8')).matchAll(poorName)) {
      if (!found.has(name)) found.set(name, file)
    }
  }
  return [...found].map(([name, file]) => `${name} in ${file}`)
}

/** A numbered name, or a name after the position of a schema. */
const poorName =
  /\b\w*inline_?(?:response|object|request|schema|enum)\w*\b|\b(?:body|object|model|union|member|any_?of|one_?of|all_?of|variant)_?\d+\b/gi

async function findSources(folder: string): Promise<readonly string[]> {
  const names: string[] = []
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      const name = join(path, entry.name)
      if (entry.isDirectory() && !foreign.has(entry.name)) await visit(name)
      if (entry.isFile() && /\.(ts|py|go|java|rs)$/.test(entry.name)) names.push(name)
    }
  }
  await visit('')
  return names
}

/** Folders without generated sources: environments and output of compilers. */
const foreign = new Set(['environment', 'target', 'classes', 'compiled', 'bin', '__pycache__', '.mypy_cache'])
