import { quirk } from '../../core/quirk.ts'

/** Contradictions of FC-DEF about functions and their invocation. */
export const functionQuirks = [
  quirk({
    id: 'D2',
    operations: ['CreateFunction', 'UpdateFunction', 'GetFunction', 'ListFunctions'],
    says: 'customContainerConfig is CustomContainerConfigInfo in the response of GetFunction, and CustomContainerConfig in all other responses. The first also has accelerationInfo.',
    does: 'Every response has CustomContainerConfigInfo. accelerationInfo is optional.',
    source: ['003:212', '000:208', 'FC-DEF GetFunction.response.200.customContainerConfig'],
    decision:
      'All responses show the same function. A second model for one optional field would complicate every client.',
    differs: {
      '003:212': ['type'],
      '000:208': ['type'],
      'FC-DEF CreateFunction.response.200.customContainerConfig': ['type'],
      'FC-DEF UpdateFunction.response.200.customContainerConfig': ['type'],
      'FC-DEF ListFunctions.response.200.functions[].customContainerConfig': ['type'],
    },
  }),
  quirk({
    id: 'D4',
    operations: ['InvokeFunction'],
    says: 'The event and the output have the format byte, which is base64 in JSON. The content type is application/json.',
    does: 'The event and the output are bytes of any format, not base64. Their content type is application/octet-stream by default.',
    source: ['FC-DEF InvokeFunction body body'],
    decision: 'The SDK sends and returns the bytes unchanged, as in FC 2016-08-15.',
    differs: { 'FC-DEF InvokeFunction body body': ['type'] },
  }),
  quirk({
    id: 'D16',
    operations: ['GetFunction', 'ListFunctions'],
    says: 'The samples have empty hooks and a health check with zeros, although the interval is at least 1 second.',
    does: 'The examples have the values of pages 000 and 003.',
    source: ['FC-DEF CustomHealthCheckConfig.periodSeconds', '003:391'],
    decision: 'The zeros are the default values of a generator.',
  }),
  quirk({
    id: 'D17',
    operations: ['InvokeFunction'],
    says: 'InvokeFunction invokes every function.',
    does: 'The mock rejects the invocation of a function with an HTTP trigger: 400 InvalidArgument. The suite has no check for it.',
    source: ['FC-DEF InvokeFunction'],
    decision: 'Users of the command line s report this error of real servers. No client depends on it.',
  }),
]
