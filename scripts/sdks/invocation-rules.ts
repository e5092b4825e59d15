/** The invocation rules of the scenarios in all languages, by function name. */
export const invocationRules = [
  { function: 'greet', response: { kind: 'text', text: 'hello world' }, log: 'FC Invoke Start' },
  { function: 'count', response: { kind: 'counter' } },
  { function: 'refuse', response: { kind: 'handledError', message: 'not today' } },
  { function: 'crash', response: { kind: 'unhandledError', message: 'Process exited unexpectedly' } },
  { function: 'wait', response: { kind: 'text', text: 'late' }, delayMs: 30_000 },
] as const
