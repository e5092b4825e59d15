import { quirk } from '../../core/quirk.ts'

const both = ['CreateFunction', 'UpdateFunction']

/** Where the pages name a structure without a table, or state a condition that their columns cannot. */
export const structureQuirks = [
  quirk({
    id: 'B16',
    operations: both,
    says: 'Code, CustomContainerConfig, InstanceLifecycleConfig, CustomDNS, CustomRuntimeConfig and CustomHealthCheckConfig are named as types but have no table; their fields are in the samples only, those of Code in one sentence.',
    does: 'Each is a model of its own, marked as observed, with the types, limits and defaults that the SDK declares.',
    source: ['000:37', '000:41', '000:350', '000:377', '000:387', '000:401', '000:409', '003:40', '003:363', '003:391'],
    decision: 'The SDK and the samples agree on every field, and clients need the fields.',
  }),
  quirk({
    id: 'B17',
    operations: both,
    says: 'command and args are JSON text in one string in customContainerConfig, and arrays of strings in customRuntimeConfig.',
    does: 'Each has the type of its sample; the text of customContainerConfig is not parsed.',
    source: ['000:351', '000:352', '000:402', '000:405', '003:364', '003:416'],
    decision: 'The SDK declares the same two types.',
  }),
  quirk({
    id: 'B19',
    operations: ['CreateFunction'],
    says: 'code and customContainerConfig are both marked as not required, and the text asks for one of the two. The page of UpdateFunction does not.',
    does: 'CreateFunction refuses a body without either and takes one with both. UpdateFunction takes a body without either.',
    source: ['003:42', '003:46'],
    decision: 'The text is the rule that the column cannot express; an update that changes neither is ordinary.',
  }),
  quirk({
    id: 'X4',
    operations: both,
    says: 'UpdateFunction wants exactly one way to hand over code: a bucket and object in OSS, or zipFile. CreateFunction does not say so.',
    does: 'Both operations refuse zipFile beside ossBucketName or ossObjectName. A code object with neither is not refused.',
    source: ['000:39', '000:41', '000:42', '003:42'],
    decision: 'It is one structure, and code that comes from two places has no meaning at creation either.',
  }),
]
