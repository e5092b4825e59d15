import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { WrongUseError } from '../core/exit-codes.ts'
import { readGivenFile } from '../core/read-file.ts'
import type { KnownFailure } from '../core/report/known-failures.ts'
import { parse } from './parse.ts'
import { type Config, ConfigModel, KnownFailuresModel } from './settings.ts'

/** File names that are tried in this order. */
const configNames = ['faas-contracts.config.ts', 'faas-contracts.config.json'] as const

/**
 * Reads the configuration: the given file, or the first of {@link configNames} in a folder. Returns an empty object if
 * there is no file. Values are as in the file, without defaults; the path of a file of known failures is absolute.
 * Throws {@link WrongUseError} for a file that is missing, unreadable or invalid.
 */
export async function readConfig(folder: string, given?: string): Promise<Omit<Config, '$schema'>> {
  if (given !== undefined) return await readFrom(resolve(folder, given))
  for (const name of configNames) {
    const file = join(folder, name)
    if (await exists(file)) return await readFrom(file)
  }
  return {}
}

/** Reads known failures from a JSON file; a list is returned unchanged. */
export async function readKnownFailures(given: string | readonly KnownFailure[]): Promise<readonly KnownFailure[]> {
  return typeof given === 'string' ? parse(KnownFailuresModel, await readJsonFile(given), given) : given
}

async function readFrom(file: string): Promise<Omit<Config, '$schema'>> {
  const value = await readValue(file)
  parse(ConfigModel, value, file)
  const { $schema, ...config } = value as Config // parsed above; the value itself has no defaults
  const { knownFailures } = config
  return typeof knownFailures === 'string'
    ? { ...config, knownFailures: resolve(dirname(file), knownFailures) }
    : config
}

async function readValue(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return await readJsonFile(file)
  await readGivenFile(file)
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(file).href)
    return module.default
  } catch (error) {
    throw new WrongUseError(`${file} cannot be loaded: ${toLine(error)}`)
  }
}

async function readJsonFile(file: string): Promise<unknown> {
  const text = await readGivenFile(file)
  try {
    return JSON.parse(text.toString())
  } catch (error) {
    throw new WrongUseError(`${file} is not valid JSON: ${toLine(error)}`)
  }
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}

function toLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')
}
