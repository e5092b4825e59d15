import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Where an example breaks its own table, or the sample could not be a real function. */
export const exampleQuirks = [
  quirk({
    id: 'B11',
    operations: both,
    says: 'The value of one environment variable is a string, and its example is a whole map; the samples show that map as the text of one variable.',
    does: 'A value is any string. The examples are one value, and the map { "key": "value" }.',
    source: ['000:70', '000:235', '000:363', '003:111', '003:289', '003:386'],
    decision: 'The example belongs to the map, one row higher.',
    differs: { '003:107': ['example'], '003:285': ['example'], '000:66': ['example'], '000:231': ['example'] },
  }),
  quirk({
    id: 'B12',
    operations: both,
    says: 'The form of X-Fc-Date has no blank after the comma; the example has one.',
    does: 'Both are taken, and the document shows both.',
    source: ['000:171', '000:173', '003:175', '003:177'],
    decision:
      'The blank is how HTTP writes dates and how clients send them; the form without it is what the page states.',
  }),
  quirk({
    id: 'B22',
    operations: ['CreateFunction'],
    says: 'functionId has a blank before its asterisks in the table of CreateFunction, a line break in the sample, and neither in UpdateFunction.',
    does: 'The examples have neither.',
    source: ['003:235', '003:375', '000:240', '000:365'],
    decision: 'An id has no white space; the page was wrapped there.',
    differs: { '003:231': ['example'] },
  }),
  quirk({
    id: 'B23',
    operations: both,
    says: 'The samples give the hook preFreeze the handler index.preStop, which is that of preStop.',
    does: 'Any handler is taken. The examples use index.preFreeze.',
    source: ['000:379', '003:393'],
    decision: 'Two hooks may share a handler, but an example should tell them apart.',
  }),
  quirk({
    id: 'B24',
    operations: both,
    says: 'The samples set the container, custom runtime, health check and port together with runtime python3.9; the port and the health check are for custom runtimes and containers only.',
    does: 'A setting that does not apply to the runtime is stored and returned, not refused. The request examples set each group with its own runtime; the responses keep the whole sample.',
    source: ['000:370', '000:374', '000:142', '003:380', '003:384', '003:151'],
    decision:
      'The page returns such a function itself. Its sample shows every field of a response once, which is of use to an example server.',
  }),
  quirk({
    id: 'B25',
    operations: both,
    says: 'initializer is index.handler in the samples and most tables, the same as handler; the request of CreateFunction has index.initializer.',
    does: 'Any handler is taken. Field examples and samples stay as the page has them; request examples use index.initializer.',
    source: ['003:82', '003:275', '000:100'],
    decision: 'Neither breaks a rule; the examples of requests show that the two are separate.',
  }),
]
