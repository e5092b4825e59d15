import { createRequire } from 'node:module'

/**
 * The value of YAML or JSON text. Throws a `SyntaxError` whose message is one line with the position. The package is
 * loaded on first use, because loading it takes a large part of the start time.
 */
export function readYaml(text: string): unknown {
  const { parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml') // the type of the required package
  const document = parseDocument(text, { prettyErrors: false })
  const [error] = document.errors
  if (error) throw new SyntaxError(`${toPlace(text, error.pos[0])}: ${error.message}`)
  return document.toJS()
}

function toPlace(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}
