const texts = /\b(description|summary):\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`)/g
const lists = /\bexamples:\s*\[[^\][]*\]/g
const bodies = /\bexamples: \{[^{}]*\}/g
const quirks = /(?:'x-quirk'|\bquirks): \[[^\][]*\]/g

/**
 * The compiled code of an operation or a model without what only documents show: descriptions, examples and the ids of
 * quirks. A mock whose operations all have handlers needs none of them, and browsers would load them.
 */
export function stripTexts(code: string): string {
  return code
    .replace(texts, "$1: ''")
    .replace(lists, 'examples: []')
    .replace(bodies, 'examples: {}')
    .replace(quirks, (found) => found.replace(/\[.*/s, '[]'))
}

/** Whether a compiled file is an operation or a model. */
export function hasTexts(file: string): boolean {
  return /[\\/]schemas[\\/][^\\/]+[\\/](?:operations|models)[\\/]/.test(file)
}
