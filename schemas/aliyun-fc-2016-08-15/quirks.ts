import { quirk } from '../core/quirk.ts'

export const quirks = [
  quirk({
    id: 'W1',
    operations: [],
    says: 'An error body has errorCode and errorMessage.',
    does: 'Answers carry both spellings: errorCode, errorMessage and ErrorCode, ErrorMessage.',
    source: ['004:1068'],
    decision: 'Every SDK reads the capital spelling, the page shows the other; sending both serves both.',
  }),
]
