import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Where 2021-04-06 differs from 2016-08-15 on the same resource. Each version follows its own page. */
export const versionQuirks = [
  quirk({
    id: 'C1',
    operations: both,
    says: 'A response has 17 fields that FC 2016-08-15 lacks; all 11 fields of that version are here too.',
    does: 'Function has all 28. A function made through one version is readable through the other, each with its own fields.',
    source: ['004:1114', '003:212', '003:343'],
    decision: 'The two versions are two views of one resource.',
  }),
  quirk({
    id: 'C2',
    operations: both,
    says: 'codeSize is a long, memorySize and timeout are integer; FC 2016-08-15 has integer (int64) and integer (int32).',
    does: 'codeSize has the format int64; memorySize and timeout have no format.',
    source: ['004:1126', '004:1159', '003:202', '003:251', '000:198'],
    decision: 'Long is the same as int64; a width that the page does not state is not added.',
  }),
  quirk({
    id: 'C3',
    operations: ['CreateFunction'],
    says: 'code is optional; FC 2016-08-15 requires it.',
    does: 'A function needs code or customContainerConfig.',
    source: ['004:1079', '003:40'],
    decision: 'A container image takes the place of code in this version.',
  }),
  quirk({
    id: 'C4',
    operations: both,
    says: 'memorySize has neither limits nor a default, timeout no maximum in a request and 600 in a response; FC 2016-08-15 has 128 to 3072 MB, 128 by default, and 1 to 300 seconds.',
    does: 'A request of this version is held to its own page only; a function may have values that FC 2016-08-15 would refuse.',
    source: ['004:1092', '004:1098', '003:85', '003:95', '003:263'],
    decision: 'Limits belong to the version that is called, not to the stored function.',
  }),
  quirk({
    id: 'C5',
    operations: both,
    says: 'Both lists of runtimes hold the five of FC 2016-08-15 and more, among them nodejs4.4, which that version shows in an example and does not list.',
    does: "nodejs4.4 is a documented runtime here; each version's request has its own list.",
    source: ['004:1095', '000:83', '003:90'],
    decision: 'A page is the authority for its own version only.',
  }),
  quirk({
    id: 'C6',
    operations: ['UpdateFunction'],
    says: 'No operation takes the header Host; FC 2016-08-15 requires it in every one. The body of UpdateFunction is functionUpdateFields, not required; there it is function, required.',
    does: 'Host is not a parameter of this version. The body is required (B18) and has no wrapper (X1).',
    source: ['004:914', '004:926', '000:33'],
    decision: 'HTTP itself requires Host; nothing more is needed.',
  }),
  quirk({
    id: 'C7',
    operations: both,
    says: 'No status is listed; FC 2016-08-15 lists 200, 400, 403, 404, 409 and 500 for the same operations.',
    does: 'The same statuses and codes, 412, 429 and 503 besides, all marked as observed.',
    source: ['004:931', '004:134', '003:184'],
    decision: 'The same service returns both versions; the mark says that these pages do not promise it.',
  }),
]
