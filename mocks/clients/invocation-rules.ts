/** What functions of some names answer in the scenarios of every language, as a mock's user says it; no code is run. */
export const invocationRules = [
  { function: 'greet', answer: { kind: 'text', text: 'hello world' }, log: 'FC Invoke Start' },
  { function: 'count', answer: { kind: 'counter' } },
  { function: 'refuse', answer: { kind: 'handledError', message: 'not today' } },
  { function: 'crash', answer: { kind: 'unhandledError', message: 'Process exited unexpectedly' } },
] as const
