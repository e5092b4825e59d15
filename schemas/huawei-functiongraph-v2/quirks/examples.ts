import { quirk } from '../../core/quirk.ts'
import { both, code, config } from './touched.ts'

/** Examples that contradict their tables or themselves. */
export const exampleQuirks = [
  quirk({
    id: 'D4',
    operations: config,
    says: 'The example of the response has the runtime Node.js6.10, the file index.js and the handler of a C# program.',
    does: 'The handler in the example is index.handler.',
    source: ['001:1576', '001:1578', '001:1582'],
    decision: 'Runtime and file match each other and the first request.',
  }),
  quirk({
    id: 'D25',
    operations: both,
    says: 'func_urn ends with the function name in source 001, and with :latest in source 002.',
    does: 'Both formats are accepted in the path. UpdateFunctionConfig returns the URN without a version, and UpdateFunctionCode with a version, as in the examples.',
    source: ['001:1570', '002:572'],
    decision: 'A URN can end with a version or an alias. Both URNs mean the same function.',
  }),
  quirk({
    id: 'D26',
    operations: code,
    says: 'The example for inline code contains the ZIP archive of the next example and the file name index.zip.',
    does: 'The example contains the Python file of this archive, as index.py.',
    source: ['002:549', '002:548', '002:551', '002:561'],
    decision: 'Inline code is the text of one source file.',
  }),
  quirk({
    id: 'D27',
    operations: code,
    says: 'The response example has Python text followed by a part of a ZIP archive, with a Node.js runtime and index.js. Size and digest do not match.',
    does: 'The example has the file of the first request, as index.py with Python3.9, and its size and SHA-512.',
    source: ['002:582', '002:575', '002:577', '002:578', '002:579'],
    decision: 'Clients compare the digest with the code that they sent, so the example must be consistent.',
  }),
  quirk({
    id: 'D28',
    operations: both,
    says: 'The response examples do not have 23 of the 47 fields of source 001 and four fields of source 002.',
    does: 'The examples are unchanged. Every field of a response is optional.',
    source: ['001:1567', '002:571'],
    decision: 'Response tables have no mandatory field. A setting that the function does not have may be absent.',
  }),
  quirk({
    id: 'D29',
    operations: both,
    says: 'Errors have a body, but only 404 in source 002 has an example, with FSS.1052. No source lists codes.',
    does: 'Each documented status has the code of real servers, with the mark observed, and an example.',
    source: ['001:1401', '001:1467', '001:1638', '002:432', '002:595', '002:631'],
    decision: 'Clients need codes for error handling. The statuses are documented, but the codes are not.',
  }),
]
