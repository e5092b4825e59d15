import { quirk } from '../../core/quirk.ts'
import { both, code, config } from './touched.ts'

/** Examples that break their own tables or do not hold together. */
export const exampleQuirks = [
  quirk({
    id: 'D4',
    operations: config,
    says: 'The example of the response has the runtime Node.js6.10, the file index.js and the handler of a C# program.',
    does: 'The handler in the example is index.handler.',
    source: ['001:1576', '001:1578', '001:1582'],
    decision: 'Runtime and file agree with each other and with the first request.',
  }),
  quirk({
    id: 'D25',
    operations: both,
    says: 'func_urn ends in the name of the function on page 001 and in :latest on page 002.',
    does: 'Either is taken in the path. Settings response the URN without a version, code with one, as in the examples.',
    source: ['001:1570', '002:572'],
    decision: 'A URN may name a version or an alias after the function, and both mean the same function here.',
  }),
  quirk({
    id: 'D26',
    operations: code,
    says: 'The example for inline code carries the ZIP archive of the next example and its file name index.zip.',
    does: 'The example carries the Python file of that archive, as index.py.',
    source: ['002:549', '002:548', '002:551', '002:561'],
    decision: 'Inline code is the text of one source file.',
  }),
  quirk({
    id: 'D27',
    operations: code,
    says: 'The example of the response holds Python text with the rest of a ZIP archive behind it, under a Node.js runtime and index.js; size and digest are of other bytes.',
    does: 'The example holds the file of the first request, as index.py under Python3.9, with its own size and SHA-512.',
    source: ['002:582', '002:575', '002:577', '002:578', '002:579'],
    decision: 'A response must hold together: clients compare the digest with the code that they sent.',
  }),
  quirk({
    id: 'D28',
    operations: both,
    says: 'The examples of responses leave out 23 of the 47 fields of page 001 and four of page 002.',
    does: 'The examples stay so; every field of a response is optional.',
    source: ['001:1567', '002:571'],
    decision: 'Tables of responses make no field mandatory, and a function without a setting need not return it.',
  }),
  quirk({
    id: 'D29',
    operations: both,
    says: 'Errors have a body, but only a 404 with FSS.1052 on page 002 has an example; no page lists a code.',
    does: 'Each documented status has the code that real servers return, marked as observed, and an example of it.',
    source: ['001:1401', '001:1467', '001:1638', '002:432', '002:595', '002:631'],
    decision: 'Clients need codes to act on. The statuses stay documented, the codes do not.',
  }),
]
