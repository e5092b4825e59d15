import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Structures without a table, and conditions that a table column cannot express. */
export const structureQuirks = [
  quirk({
    id: 'B16',
    operations: both,
    says: 'Code, CustomContainerConfig, InstanceLifecycleConfig, CustomDNS, CustomRuntimeConfig and CustomHealthCheckConfig are types without a table. Their fields are only in the samples, and the fields of Code are only in one sentence.',
    does: 'Each type is a model with the mark defined, and with the types, limits and defaults of FC-DEF.',
    source: ['000:37', '000:41', '000:350', '000:377', '000:387', '000:401', '000:409', '003:40', '003:363', '003:391'],
    decision: 'FC-DEF, the SDK and the samples agree on every field, and clients need the fields.',
  }),
  quirk({
    id: 'B17',
    operations: both,
    says: 'In customContainerConfig, command and args are JSON arrays as text. In customRuntimeConfig, they are arrays of strings.',
    does: 'Each field has the type of its sample. The text in customContainerConfig is not parsed.',
    source: ['000:351', '000:352', '000:402', '000:405', '003:364', '003:416'],
    decision: 'The SDK has the same types.',
  }),
  quirk({
    id: 'B19',
    operations: ['CreateFunction'],
    says: 'code and customContainerConfig are not required, but the text of CreateFunction requires one of them. The text of UpdateFunction does not.',
    does: 'CreateFunction rejects a body with neither field, and accepts a body with both. UpdateFunction accepts a body with neither field.',
    source: ['003:42', '003:46'],
    decision: 'The text states a rule that the table column cannot express. Most updates change neither field.',
  }),
  quirk({
    id: 'X4',
    operations: both,
    says: 'UpdateFunction requires exactly one of two forms of code: bucket and object in OSS, or zipFile. CreateFunction does not state this rule.',
    does: 'Both operations reject zipFile together with ossBucketName or ossObjectName. A code object with none of these fields is accepted.',
    source: ['000:39', '000:41', '000:42', '003:42'],
    decision: 'Both operations use the same structure. Code from two places has no meaning.',
  }),
]
