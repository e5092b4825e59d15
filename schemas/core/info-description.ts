import type { Api } from './api.ts'

/** The description of a document, in Markdown. It explains the extensions, so that the document needs no other page. */
export function toInfoDescription({ description, sources }: Pick<Api, 'description' | 'sources'>): string {
  const [source] = sources
  return `${description}

## Marks

This document describes the vendor's API. It was made from the vendor's documents, such as [${source?.title}](${source?.url}), and is not published by the vendor. Anything without a mark is documented. Extensions mark everything else:

| Extension | Meaning |
| --- | --- |
| \`x-provenance\` | The governing source does not state the element. \`defined\`: the vendor's machine-readable definition states it. \`observed\`: the vendor's SDKs and tools send or read it. \`inferred\`: no source states it, but clients or servers need it. |
| \`x-enum-provenance\` | The same for single values of an enumeration. |
| \`x-keyword-provenance\` | The same for single keywords of a schema, such as \`minLength\`. |
| \`x-enum-varnames\` | Names of the values of an enumeration of numbers, for generators. |
| \`x-quirk\` | Ids of contradictions. \`info.x-quirks\` explains each contradiction, with a decision. |
| \`x-source\` | The place of an operation in its source. \`info.x-sources\` lists the sources. |
| \`x-error-codes\` | The error codes of a response. The description of the response explains each code. |
| \`x-rules\` | Rules between fields, such as "required when". |
| \`x-default\` | A documented default outside of create requests. It has no effect. |
| \`x-multiple-of\` | The step of a decimal number. |
| \`x-alias-of\` | A second name of another field, for the same value. |
| \`x-go-name\`, \`x-ogen-properties\` | Names of fields in Go, if two names differ only in case. |`
}
