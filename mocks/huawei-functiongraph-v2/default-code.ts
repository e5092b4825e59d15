import type { z } from 'zod'
import type { UpdateFunctionConfigRequest } from '../../schemas/huawei-functiongraph-v2/models/update-function-config-request.ts'

export type Runtime = z.output<typeof UpdateFunctionConfigRequest>['runtime']

/**
 * The code, in base64, of a function without code. Source 002 table 4 mentions a default but not its content. The mock
 * uses the shortest handler that returns its event, or an empty archive.
 */
export function toDefaultFile(codeType: 'inline' | 'zip' | 'jar', runtime: Runtime): string {
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
