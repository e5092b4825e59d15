import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Contradictions between tables about the values, limits, defaults or names of one field. */
export const limitQuirks = [
  quirk({
    id: 'B3',
    operations: ['CreateFunction'],
    says: 'The list of runtimes contains nodejs20 and nodejs18 twice.',
    does: 'The enumeration contains each runtime once, 22 runtimes in total.',
    source: ['003:90', '003:258'],
    decision: 'A duplicate in a list has no meaning.',
  }),
  quirk({
    id: 'B4',
    operations: both,
    says: 'UpdateFunction lists 18 runtimes in request and response. CreateFunction lists four more: nodejs20, nodejs18, python3.10, custom.debian10.',
    does: 'UpdateFunction also accepts these four, which have a mark in its enumeration. The profile documented rejects them. Responses of both operations can have all 22.',
    source: ['000:83', '000:261', '003:90'],
    decision:
      'The source of UpdateFunction is a year older. A function with one of the four runtimes must be updatable and readable.',
    differs: { '000:261': ['enum'] },
  }),
  quirk({
    id: 'B5',
    operations: both,
    says: 'timeout is at least 1 with the default 3 in the request of CreateFunction, and 1 to 600 with the default 60 in its response. In UpdateFunction, it is at least 1 in the request, and has no limits in the response.',
    does: 'A function created without timeout has the timeout 3. In responses, timeout has the minimum 1 and no maximum, and states the default 60, which has no effect.',
    source: ['003:95', '003:263', '000:88', '000:268'],
    decision:
      'The default of the request determines the stored value. A maximum only in responses would forbid the response to a valid request.',
    differs: { '003:261': ['limits'], '000:266': ['default', 'limits'] },
  }),
  quirk({
    id: 'B6',
    operations: both,
    says: 'initializationTimeout is 1 to 300 in the request of CreateFunction, and at least 1 in the other three tables.',
    does: 'CreateFunction rejects values above 300. UpdateFunction and the responses have no maximum.',
    source: ['003:75', '003:268', '000:93', '000:273'],
    decision: 'Each model follows its table. Responses must allow every value that an update can set.',
  }),
  quirk({
    id: 'B7',
    operations: both,
    says: 'instanceType has the default e1 only in the request of CreateFunction.',
    does: 'If instanceType is absent, CreateFunction stores e1, and UpdateFunction keeps the stored value.',
    source: ['003:134', '003:304', '000:120'],
    decision: 'Only the creation of a function needs a default.',
  }),
  quirk({
    id: 'B8',
    operations: both,
    says: 'Only the response of CreateFunction has layersArnV2. No request has it.',
    does: 'layersArnV2 is an optional field of the model that both operations return. UpdateFunction need not return it.',
    source: ['003:343', '003:434', '000:329'],
    decision:
      'The source of UpdateFunction is older. A second model for one optional field would complicate every client.',
  }),
  quirk({
    id: 'B9',
    operations: both,
    says: 'In CreateFunction, an item of layers has the format acs:fc:{region}:{accountID}:layers/{layerName}/versions/{layerVersion}, but the example is layerName. The example in UpdateFunction is layername, and the example in responses is md5#layername#version.',
    does: 'Every string is accepted and returned unchanged. The example of CreateFunction has the stated format.',
    source: ['003:55', '003:57', '003:225', '003:372', '000:56', '000:221', '000:359'],
    decision: 'The sources show three formats, so no format can be rejected. Each example follows its own table.',
    differs: { '003:53': ['example'] },
  }),
  quirk({
    id: 'B10',
    operations: both,
    says: 'Layers are merged in the order of their array subscripts (UpdateFunction) or in descending order (CreateFunction).',
    does: 'The order of layers is kept. If two layers contain the same file, the file of the earlier layer is used.',
    source: ['000:51', '003:52'],
    decision:
      'Both sources also say that the layer with the smaller subscript overwrites the layer with the larger one.',
  }),
  quirk({
    id: 'B20',
    operations: both,
    says: 'functionName has limits for length and characters in the body of CreateFunction, but none as a parameter of UpdateFunction or in a response.',
    does: 'CreateFunction enforces the limits. UpdateFunction accepts every name in its path. For a name outside the limits, the response is 404 FunctionNotFound.',
    source: ['003:65', '003:238', '000:30'],
    decision: 'A function with an invalid name cannot exist.',
  }),
  quirk({
    id: 'B21',
    operations: both,
    says: 'memorySize is a multiple of 64 in both requests, and has no limits in both responses. No table has a minimum or a maximum.',
    does: 'Requests reject values that are not a multiple of 64, and have no other limit. Responses allow every integer.',
    source: ['003:85', '003:253', '000:78', '000:258'],
    decision: 'Each model follows its table. The limits for each instance type are in another document.',
  }),
  quirk({
    id: 'B28',
    operations: both,
    says: 'The values of diskSize and the step of gpuMemorySize have three formats: with a unit, with a comma, and as a plain number.',
    does: 'In every model, diskSize is 512 or 10240, and gpuMemorySize is a multiple of 1024.',
    source: ['003:160', '003:165', '003:335', '003:340', '000:151', '000:156'],
    decision: 'The formats mean the same values.',
  }),
  quirk({
    id: 'X3',
    operations: ['UpdateFunction'],
    says: 'In the request of UpdateFunction, timeout and initializationTimeout have the default 3.',
    does: 'If an update does not contain these fields, their values stay unchanged. The body of UpdateFunction has no defaults.',
    source: ['000:88', '000:93'],
    decision: 'All fields of an update are optional. A default would reset a field that the request does not contain.',
    differs: { '000:86': ['default'], '000:91': ['default'] },
  }),
]
