import { quirk } from '../../core/quirk.ts'

/** Contradictions of FC-DEF that concern several groups of operations. */
export const definitionQuirks = [
  quirk({
    id: 'D1',
    operations: ['CreateFunction', 'UpdateFunction'],
    says: 'FC-DEF requires no body, although most bodies have required fields.',
    does: 'A body is required. The body of an update may be an empty object.',
    source: ['FC-DEF CreateFunction body function'],
    decision: 'An empty body has none of the required fields. The SDK sends a body.',
    differs: {
      'FC-DEF body function': ['required'],
      'FC-DEF body functionUpdateFields': ['required'],
    },
  }),
]
