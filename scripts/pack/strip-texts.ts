const text = /\b(?:description|summary):\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`),?\s*/g
const list = /(?:\bexamples|'x-quirk'):\s*\[[^\][]*\],?\s*|'x-keyword-provenance':\s*\{[^{}]*\},?\s*/g
const bodies = /\bexamples: \{[^{}]*\}/g
const quirks = /\bquirks: \[[^\][]*\]/g
const nothing = /\.meta\(\{\s*\}\)/g

/**
 * The compiled code of an operation or a model without what only documents show: descriptions, examples and the ids of
 * quirks. A mock whose operations all have handlers needs none of them, and browsers would load them.
 */
export function stripTexts(code: string): string {
  return code
    .replace(text, '')
    .replace(list, '')
    .replace(bodies, 'examples: {}')
    .replace(quirks, 'quirks: []')
    .replace(nothing, '')
}

/** Whether a file, compiled or not, is an operation or a model, or describes a whole API. */
export function hasTexts(file: string): boolean {
  return /[\\/]schemas[\\/][^\\/]+[\\/](?:(?:operations|models)[\\/]|(?:base|dialect|server)\.[jt]s$)/.test(file)
}
