import type { Settings } from './state.ts'

/**
 * The code, in base64, of a function without code. Source 002 table 4 mentions a default but not its content. The mock
 * uses the shortest handler that returns its event, or an empty archive.
 */
export function toDefaultFile(codeType: 'inline' | 'zip' | 'jar', runtime: Settings['runtime']): string {
  if (codeType !== 'inline') return emptyArchive
  const [, text] = handlers.find(([start]) => runtime.startsWith(start)) ?? ['', '']
  return btoa(text)
}

const emptyArchive = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=='

/** By the start of the runtime's name. The other runtimes are compiled or custom, so no source text is suitable. */
const handlers: readonly (readonly [string, string])[] = [
  ['Python', 'def handler(event, context):\n    return event\n'],
  ['Node.js', 'exports.handler = async (event) => event\n'],
  ['PHP', '<?php\nfunction handler($event, $context) { return $event; }\n'],
]
