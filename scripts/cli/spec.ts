import { readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'
import { generatedPath } from './package-root.ts'

export interface SpecOptions {
  readonly openapi: '3.1' | '3.0'
  readonly format: 'yaml' | 'json'
}

/** Prints the document of an API: the committed file, byte for byte. */
export async function spec(id: string, options: SpecOptions): Promise<number> {
  const api = findApi(id)
  process.stdout.write(await readSpec(api.id, options))
  return exitCode.done
}

async function readSpec(id: string, { openapi, format }: SpecOptions): Promise<string> {
  if (openapi === '3.1') return await readFile(generatedPath(id, `openapi.${format}`), 'utf8')
  const text = await readFile(generatedPath(id, 'openapi-3.0.yaml'), 'utf8')
  return format === 'yaml' ? text : `${JSON.stringify(load(text), null, 2)}\n`
}
