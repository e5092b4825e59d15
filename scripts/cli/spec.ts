import { readFile } from 'node:fs/promises'
import { dump, load } from 'js-yaml'
import type { JsonObject } from '../../schemas/core/json-value.ts'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'
import { toDocumentedPart } from './documented-part.ts'
import { toOneSpelling } from './one-spelling.ts'
import { generatedPath } from './package-root.ts'

export interface SpecOptions {
  readonly openapi: '3.1' | '3.0'
  readonly format: 'yaml' | 'json'
  readonly profile?: 'documented' | 'observed'
  readonly oneSpelling?: true
}

/** Prints the document of an API: the committed file, byte for byte, unless parts are left out. */
export async function spec(id: string, options: SpecOptions): Promise<number> {
  const api = findApi(id)
  process.stdout.write(await readSpec(api.id, options))
  return exitCode.done
}

async function readSpec(id: string, { openapi, format, profile, oneSpelling }: SpecOptions): Promise<string> {
  if (oneSpelling || profile === 'documented') {
    const text = await readFile(generatedPath(id, openapi === '3.1' ? 'openapi.json' : 'openapi-3.0.yaml'), 'utf8')
    const whole = load(text) as JsonObject // a committed file
    const part = profile === 'documented' ? toDocumentedPart(whole) : whole
    const document = oneSpelling ? toOneSpelling(part) : part
    return format === 'yaml'
      ? dump(document, { noRefs: true, lineWidth: 120 })
      : `${JSON.stringify(document, null, 2)}\n`
  }
  if (openapi === '3.1') return await readFile(generatedPath(id, `openapi.${format}`), 'utf8')
  const text = await readFile(generatedPath(id, 'openapi-3.0.yaml'), 'utf8')
  return format === 'yaml' ? text : `${JSON.stringify(load(text), null, 2)}\n`
}
