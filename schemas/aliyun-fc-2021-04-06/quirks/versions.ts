import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Differences between 2021-04-06 and 2016-08-15. Each version follows its own source. */
export const versionQuirks = [
  quirk({
    id: 'C1',
    operations: both,
    says: 'Responses have 17 fields that FC 2016-08-15 does not have, and all 11 fields of FC 2016-08-15.',
    does: 'Function has all 28 fields. A function created with one version can be read with the other version. Each version returns its own fields.',
    source: ['004:1114', '003:212', '003:343'],
    decision: 'Both versions manage the same resources.',
  }),
  quirk({
    id: 'C2',
    operations: both,
    says: 'codeSize is a long, and memorySize and timeout are integers. FC 2016-08-15 has integer (int64) and integer (int32).',
    does: 'codeSize has the format int64. memorySize and timeout have no format.',
    source: ['004:1126', '004:1159', '003:202', '003:251', '000:198'],
    decision: 'A long is an int64. The document adds no format that the source does not state.',
  }),
  quirk({
    id: 'C3',
    operations: ['CreateFunction'],
    says: 'code is optional, but FC 2016-08-15 requires it.',
    does: 'A function must have code or customContainerConfig.',
    source: ['004:1079', '003:40'],
    decision: 'In this version, a function can have a container image instead of code.',
  }),
  quirk({
    id: 'C4',
    operations: both,
    says: 'memorySize has neither a minimum, a maximum nor a default. timeout has no maximum in requests, and the maximum 600 in responses. FC 2016-08-15 has 128 to 3072 MB with the default 128, and 1 to 300 seconds.',
    does: 'Requests of this version follow only its own source. A function can have values that FC 2016-08-15 rejects.',
    source: ['004:1092', '004:1098', '003:85', '003:95', '003:263'],
    decision: 'Limits depend on the version of the request, not on the stored function.',
  }),
  quirk({
    id: 'C5',
    operations: both,
    says: 'Both lists of runtimes contain the five runtimes of FC 2016-08-15 and more. One of them is nodejs4.4, which FC 2016-08-15 has only in an example.',
    does: 'In this version, nodejs4.4 is a documented runtime. Each version has its own list.',
    source: ['004:1095', '000:83', '003:90'],
    decision: 'A source governs only its own version.',
  }),
  quirk({
    id: 'C6',
    operations: ['UpdateFunction'],
    says: 'No operation has the header Host, but FC 2016-08-15 requires it in every operation. The body of UpdateFunction is functionUpdateFields and not required. In FC 2016-08-15, it is function and required.',
    does: 'Host is not a parameter of this version. The body is required (B18) and has no wrapper (X1).',
    source: ['004:914', '004:926', '000:33'],
    decision: 'HTTP requires Host in every request.',
  }),
  quirk({
    id: 'C7',
    operations: both,
    says: 'No status is documented. FC 2016-08-15 documents 200, 400, 403, 404, 409 and 500 for the same operations.',
    does: 'The document has the same statuses with the mark defined, and also 412, 429 and 503 with the mark observed. All codes have the mark observed.',
    source: ['004:931', '004:134', '003:184'],
    decision: 'One server implements both versions. FC-DEF states the statuses without codes.',
  }),
]
