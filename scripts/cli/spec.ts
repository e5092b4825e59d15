import { load } from 'js-yaml'
import { readDocument, toText } from '../../mocks/adapters/http/read-document.ts'
import type { JsonObject } from '../../schemas/core/json-value.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'
import { toOneSpelling } from './one-spelling.ts'

export interface SpecOptions {
  readonly openapi: '3.1' | '3.0'
  readonly format: 'yaml' | 'json'
  readonly profile?: 'documented' | 'observed'
  readonly oneSpelling?: true
}

/** Prints the document of an API: the committed file, byte for byte, unless parts are left out. */
export async function spec(id: string, options: SpecOptions): Promise<number> {
  const api = findApi(id, baseApis)
  process.stdout.write(readSpec(api.id, options))
  return exitCode.done
}

function readSpec(id: string, { openapi, format, profile = 'observed', oneSpelling }: SpecOptions): string {
  const text = readDocument(id, { openapi, format, profile })
  return oneSpelling ? toText(toOneSpelling(load(text) as JsonObject), format) : text // our own document
}
