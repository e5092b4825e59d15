import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Contradictions of examples and samples. */
export const exampleQuirks = [
  quirk({
    id: 'B11',
    operations: both,
    says: 'The value of an environment variable is a string, but its example is a map. The samples show this map as the value of one variable.',
    does: 'A value is any string. The example of a value is a string, and the example of the map is { "key": "value" }.',
    source: ['000:70', '000:235', '000:363', '003:111', '003:289', '003:386'],
    decision: 'The example is for the map, one row above.',
    differs: { '003:107': ['example'], '003:285': ['example'], '000:66': ['example'], '000:231': ['example'] },
  }),
  quirk({
    id: 'B12',
    operations: both,
    says: 'The format of X-Fc-Date has no space after the comma, but the example has one.',
    does: 'Both formats are accepted, and the document shows both.',
    source: ['000:171', '000:173', '003:175', '003:177'],
    decision: 'HTTP dates have the space, and clients send it. The source states the format without the space.',
  }),
  quirk({
    id: 'B22',
    operations: ['CreateFunction'],
    says: 'functionId has a space before its asterisks in the table of CreateFunction, a line break in the sample, and neither in UpdateFunction.',
    does: 'The examples have no white space.',
    source: ['003:235', '003:375', '000:240', '000:365'],
    decision: 'An id has no white space. The text of the source was wrapped.',
    differs: { '003:231': ['example'] },
  }),
  quirk({
    id: 'B23',
    operations: both,
    says: 'In the samples, the hook preFreeze has the handler index.preStop, the same as preStop.',
    does: 'Every handler is accepted. The examples have index.preFreeze.',
    source: ['000:379', '003:393'],
    decision: 'Two hooks may have the same handler, but separate handlers make a clearer example.',
  }),
  quirk({
    id: 'B24',
    operations: both,
    says: 'The samples have container, custom runtime, health check and port together with the runtime python3.9. Port and health check are only for custom runtimes and containers.',
    does: 'A setting that does not apply to the runtime is accepted, stored and returned. The request examples have each group with its own runtime. The response examples have the complete sample.',
    source: ['000:370', '000:374', '000:142', '003:380', '003:384', '003:151'],
    decision: 'The samples of the sources are functions of this kind. A complete sample is useful for mock servers.',
  }),
  quirk({
    id: 'B25',
    operations: both,
    says: 'In the samples and in most tables, initializer is index.handler, the same as handler. In the request of CreateFunction, it is index.initializer.',
    does: 'Every handler is accepted. Field examples and samples follow the sources. Request examples have index.initializer.',
    source: ['003:82', '003:275', '000:100'],
    decision: 'Both values are valid. The request examples show that the two handlers are separate.',
  }),
]
