import type { Settings } from './state.ts'

/**
 * The code, in base64, of a function whose code was left blank: 002 table 4 says that there is a default and not what it
 * is. Here it is the shortest handler that returns its event, or an archive without files.
 */
export function toDefaultFile(codeType: 'inline' | 'zip' | 'jar', runtime: Settings['runtime']): string {
  if (codeType !== 'inline') return emptyArchive
  const [, text] = handlers.find(([start]) => runtime.startsWith(start)) ?? ['', '']
  return btoa(text)
}

const emptyArchive = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=='

/** By the start of the runtime's name. The others are compiled or bring their own: no text is right for them. */
const handlers: readonly (readonly [string, string])[] = [
  ['Python', 'def handler(event, context):\n    return event\n'],
  ['Node.js', 'exports.handler = async (event) => event\n'],
  ['PHP', '<?php\nfunction handler($event, $context) { return $event; }\n'],
]
