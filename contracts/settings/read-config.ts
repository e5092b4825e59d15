import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { z } from 'zod'
import { WrongUseError } from '../core/exit-codes.ts'
import type { KnownFailure } from '../core/report/known-failures.ts'
import { type Config, ConfigModel, KnownFailuresModel } from './config.ts'

/** The names that are looked for in the current folder, in this order. */
const configNames = ['faas-contracts.config.ts', 'faas-contracts.config.json'] as const

/** A configuration whose known failures are read. */
export type ReadConfig = Omit<Config, 'knownFailures'> & { readonly knownFailures: readonly KnownFailure[] }

/**
 * Reads the configuration: the file that is given, else one of {@link configNames} in a folder, else none. Throws
 * {@link WrongUseError} for a file that is missing, cannot be read or says what is not understood, with the place.
 */
export async function readConfig(folder: string, given?: string): Promise<ReadConfig> {
  if (given !== undefined) return await readFrom(resolve(folder, given))
  for (const name of configNames) {
    const file = join(folder, name)
    if (await exists(file)) return await readFrom(file)
  }
  return { knownFailures: [] }
}

/** Reads a file of known failures. */
export async function readKnownFailures(file: string): Promise<readonly KnownFailure[]> {
  return check(KnownFailuresModel, await readJsonFile(file), file)
}

async function readFrom(file: string): Promise<ReadConfig> {
  const { knownFailures = [], ...config } = check(ConfigModel, await readValue(file), file)
  const isPath = typeof knownFailures === 'string'
  return {
    ...config,
    knownFailures: isPath ? await readKnownFailures(resolve(dirname(file), knownFailures)) : knownFailures,
  }
}

async function readValue(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return await readJsonFile(file)
  if (!(await exists(file))) throw new WrongUseError(`there is no file ${file}`)
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(file).href)
    return module.default
  } catch (error) {
    throw new WrongUseError(`${file} cannot be loaded: ${toLine(error)}`)
  }
}

async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new WrongUseError(`${file} cannot be read: ${toLine(error)}`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WrongUseError(`${file} is not JSON: ${toLine(error)}`)
  }
}

function check<T>(reference: z.ZodType<T>, value: unknown, file: string): T {
  const result = reference.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
  )
  throw new WrongUseError(`${file}: ${issues.join('; ')}`)
}

async function exists(file: string): Promise<boolean> {
  return await readFile(file).then(
    () => true,
    () => false,
  )
}

function toLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')
}
