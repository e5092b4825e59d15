import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dump, load } from 'js-yaml'
import { toDocumentedPart } from '../../../schemas/core/documented-part.ts'
import type { JsonObject } from '../../../schemas/core/json-value.ts'
import type { DocumentForm } from '../../core/emulator-options.ts'

/** The OpenAPI document of an API: the generated file, byte for byte, unless a part is left out. */
export function readDocument(api: string, { format, openapi, profile }: DocumentForm): string {
  if (profile === 'documented') {
    const file = openapi === '3.1' ? 'openapi.json' : 'openapi-3.0.yaml'
    return toText(toDocumentedPart(load(readGenerated(api, file)) as JsonObject), format) // a generated file
  }
  if (openapi === '3.1') return readGenerated(api, `openapi.${format}`)
  const text = readGenerated(api, 'openapi-3.0.yaml')
  return format === 'yaml' ? text : toText(load(text) as JsonObject, format) // a generated file
}

/** The text of a document. */
export function toText(document: JsonObject, format: DocumentForm['format']): string {
  return format === 'yaml' ? dump(document, { noRefs: true, lineWidth: 120 }) : `${JSON.stringify(document, null, 2)}\n`
}

/** This package finds its own file by its name, in a checkout as well as installed. */
function readGenerated(api: string, file: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(`faas-contracts/${api}/${file}`), 'utf8')
}
