/** What functions of some names response in the scenarios of every language, as a mock's user says it; no code is run. */
export const invocationRules = [
  { function: 'greet', response: { kind: 'text', text: 'hello world' }, log: 'FC Invoke Start' },
  { function: 'count', response: { kind: 'counter' } },
  { function: 'refuse', response: { kind: 'handledError', message: 'not today' } },
  { function: 'crash', response: { kind: 'unhandledError', message: 'Process exited unexpectedly' } },
] as const
