import { quirk } from '../../core/quirk.ts'

/** Mistakes of the source that do not affect the document. */
export const pageQuirks = [
  quirk({
    id: 'A32',
    operations: [],
    says: 'The host is written in three formats: with a comma, with a comma and a colon, and with a colon.',
    does: 'The host is {accountId}.{region}.fc.aliyuncs.com.',
    source: ['004:118', '004:240', '004:394', '004:823', '004:871', '004:1021'],
    decision: 'Except for punctuation, the three formats agree with each other and with the overview.',
  }),
  quirk({
    id: 'A35',
    operations: [],
    says: 'The text has typing mistakes: a heading in asterisks, three facts on one line, a footer under a table, "terminites".',
    does: 'The mistakes have no effect on the document.',
    source: ['004:388', '004:15', '004:1545', '004:676'],
    decision: 'The facts are clear in spite of the mistakes.',
  }),
]
