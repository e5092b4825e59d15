import { createRequire } from 'node:module'

/**
 * The value of a YAML or JSON text. Throws a `SyntaxError` whose message is one line that names the place.
 * The package is loaded when it is first needed: it would take a good part of the time to start.
 */
export function readYaml(text: string): unknown {
  const { parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml') // its name says what it is
  const document = parseDocument(text, { prettyErrors: false })
  const [error] = document.errors
  if (error) throw new SyntaxError(`${toPlace(text, error.pos[0])}: ${error.message}`)
  return document.toJS()
}

function toPlace(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}
