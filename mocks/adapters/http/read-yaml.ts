import { loadAll, YAMLException } from 'js-yaml'
import { bounds } from '../../core/bounds.ts'

/**
 * The value of YAML 1.2 or JSON text. Throws a `SyntaxError` whose message is one line, with the position if there is
 * one.
 */
export function readYaml(text: string): unknown {
  if ((text.match(/\r\n?|[\n,]/g)?.length ?? 0) > bounds.yamlLines) {
    throw new SyntaxError(`must not have more than ${bounds.yamlLines} lines and commas; send more as JSON`)
  }
  try {
    const documents = loadAll(text, { maxDepth: bounds.levels })
    if (documents.length > 1) throw new SyntaxError('must be a single document')
    checkSize(documents[0], { left: bounds.values }, 0)
    return documents[0] ?? null
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const { mark, reason } = error
    throw new SyntaxError(mark ? `line ${mark.line + 1}, column ${mark.column + 1}: ${reason}` : reason)
  }
}

/** Aliases repeat values, so a short text can have many values and levels. */
function checkSize(value: unknown, budget: { left: number }, level: number): void {
  budget.left -= 1
  if (budget.left < 0) throw new SyntaxError(`must not hold more than ${bounds.values} values`)
  if (typeof value !== 'object' || value === null) return
  if (level === bounds.levels) throw new SyntaxError(`must not be nested deeper than ${bounds.levels} levels`)
  for (const child of Object.values(value)) checkSize(child, budget, level + 1)
}
