import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The OpenAPI document of an API. This package finds its own file by its name, in a checkout as well as installed. */
export function readDocument(api: string, form: 'json' | 'yaml'): string {
  return readFileSync(createRequire(import.meta.url).resolve(`faas-contracts/${api}/openapi.${form}`), 'utf8')
}
