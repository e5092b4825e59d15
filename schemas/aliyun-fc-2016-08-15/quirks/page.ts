import { quirk } from '../../core/quirk.ts'

/** Slips of the page as a whole, which change nothing in the document. */
export const pageQuirks = [
  quirk({
    id: 'A32',
    operations: [],
    says: 'The host is written in three ways: with a comma, with a comma and a colon, with a colon.',
    does: 'It is {accountId}.{region}.fc.aliyuncs.com.',
    source: ['004:118', '004:240', '004:394', '004:823', '004:871', '004:1021'],
    decision: 'Punctuation apart, the three agree with each other and with the overview.',
  }),
  quirk({
    id: 'A35',
    operations: [],
    says: 'Markup and spelling slip: a heading in asterisks, three facts on one line, a footer under a table, "terminites".',
    does: 'Nothing: the facts were read in spite of them.',
    source: ['004:388', '004:15', '004:1545', '004:676'],
    decision: 'They mislead a program that reads the page, not a person.',
  }),
]
