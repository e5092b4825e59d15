import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Where two tables give one field other values, limits, defaults or names. */
export const limitQuirks = [
  quirk({
    id: 'B3',
    operations: ['CreateFunction'],
    says: 'The list of runtimes names nodejs20 and nodejs18 twice.',
    does: 'The enumeration has each once: 22 runtimes.',
    source: ['003:90', '003:258'],
    decision: 'A value that stands twice in a list allows nothing more.',
  }),
  quirk({
    id: 'B4',
    operations: both,
    says: 'UpdateFunction lists 18 runtimes, request and response; CreateFunction lists four more: nodejs20, nodejs18, python3.10, custom.debian10.',
    does: 'UpdateFunction also takes the four, marked in its enumeration; the documented profile does not. The response of both operations may have all 22.',
    source: ['000:83', '000:261', '003:90'],
    decision:
      'The page of UpdateFunction is a year older, and a function created with one of the four must be updatable and readable.',
    differs: { '000:261': ['enum'] },
  }),
  quirk({
    id: 'B5',
    operations: both,
    says: 'timeout: CreateFunction takes 1 and above, 3 by default, and responses 1 to 600, 60 by default. UpdateFunction takes 1 and above and responses without a rule.',
    does: 'A function created without timeout has 3. The response has no maximum, so it can hold every timeout that a request may set; its minimum is 1 and its stated default, which nothing applies, 60.',
    source: ['003:95', '003:263', '000:88', '000:268'],
    decision:
      'The default of a request decides what is stored. A limit on a response alone would make a valid request unanswerable.',
    differs: { '003:261': ['limits'], '000:266': ['default', 'limits'] },
  }),
  quirk({
    id: 'B6',
    operations: both,
    says: 'initializationTimeout is 1 to 300 in the request of CreateFunction, and 1 and above in the three other tables.',
    does: 'CreateFunction refuses more than 300; UpdateFunction and the responses have no maximum.',
    source: ['003:75', '003:268', '000:93', '000:273'],
    decision: 'Each table is followed; the response must hold what an update may set.',
  }),
  quirk({
    id: 'B7',
    operations: both,
    says: 'instanceType is e1 by default in the request of CreateFunction only.',
    does: 'CreateFunction stores e1 where the field is absent; UpdateFunction leaves the type as it is.',
    source: ['003:134', '003:304', '000:120'],
    decision: 'Only the creation of a function needs a default.',
  }),
  quirk({
    id: 'B8',
    operations: both,
    says: 'layersArnV2 is in the response of CreateFunction only, and no request takes it.',
    does: 'It is an optional field of the one model that both operations response; UpdateFunction need not send it.',
    source: ['003:343', '003:434', '000:329'],
    decision:
      'The page of UpdateFunction is older, and a second model for one optional field would burden every client.',
  }),
  quirk({
    id: 'B9',
    operations: both,
    says: 'An item of layers has the form acs:fc:{region}:{accountID}:layers/{layerName}/versions/{layerVersion} in CreateFunction, whose own example is layerName; UpdateFunction shows layername, the responses md5#layername#version.',
    does: 'Any text is taken and returned as it was sent. The example of CreateFunction has the stated form.',
    source: ['003:55', '003:57', '003:225', '003:372', '000:56', '000:221', '000:359'],
    decision: 'Three forms stand side by side, so none can be refused; an example follows its own table.',
    differs: { '003:53': ['example'] },
  }),
  quirk({
    id: 'B10',
    operations: both,
    says: 'Layers are merged in the order of their subscripts (UpdateFunction) or in descending order (CreateFunction).',
    does: 'The order of layers is kept, and a file of an earlier layer hides that of a later one.',
    source: ['000:51', '003:52'],
    decision: 'Both pages go on to say that a smaller subscript overwrites a larger one.',
  }),
  quirk({
    id: 'B20',
    operations: both,
    says: 'functionName has a rule for its length and characters in the body of CreateFunction, none as a parameter of UpdateFunction or in a response.',
    does: 'CreateFunction enforces the rule. UpdateFunction takes any name in its path, and one that breaks the rule is simply not found.',
    source: ['003:65', '003:238', '000:30'],
    decision: 'A name that could not be created cannot exist, which FunctionNotFound says already.',
  }),
  quirk({
    id: 'B21',
    operations: both,
    says: 'memorySize is a multiple of 64 in both requests and without a rule in both responses; no table has a minimum or maximum.',
    does: 'Requests refuse what is no multiple of 64 MB and have no other limit; the response is any integer.',
    source: ['003:85', '003:253', '000:78', '000:258'],
    decision: 'Each table is followed; the limits by kind of instance stand on another page.',
  }),
  quirk({
    id: 'B28',
    operations: both,
    says: 'The values of diskSize and the step of gpuMemorySize are written in three ways: with the unit, with a comma, plain.',
    does: 'diskSize is 512 or 10240, gpuMemorySize a multiple of 1024, in every table.',
    source: ['003:160', '003:165', '003:335', '003:340', '000:151', '000:156'],
    decision: 'The values are the same.',
  }),
  quirk({
    id: 'X3',
    operations: ['UpdateFunction'],
    says: 'timeout and initializationTimeout have the default 3 in the request of UpdateFunction.',
    does: 'An update without them leaves both as they are; its body has no defaults.',
    source: ['000:88', '000:93'],
    decision:
      'All fields of an update are optional and stand for a change; a default would reset a field that nobody named.',
    differs: { '000:86': ['default'], '000:91': ['default'] },
  }),
]
