import { quirk } from '../../core/quirk.ts'

const withBody = [
  'TagResource',
  'UntagResource',
  'PutFunctionOnDemandConfig',
  'PutProvisionConfig',
  'CreateVpcBinding',
  'RegisterEventSource',
]
const withoutResult = [
  'TagResource',
  'UntagResource',
  'DeleteFunctionOnDemandConfig',
  'CreateVpcBinding',
  'DeleteVpcBinding',
]

/** Gaps and contradictions of FC-DEF about VPC bindings, event sources, and bodies of several groups. */
export const bindingQuirks = [
  quirk({
    id: 'F20',
    operations: withBody,
    says: 'The body is not required, but most bodies have required fields.',
    does: 'The body is required.',
    source: withBody.map((operation) => `FC-DEF ${operation} body body`),
    decision: 'The SDK always sends a body. A body without settings is an empty object.',
    differs: Object.fromEntries(withBody.map((operation) => [`FC-DEF ${operation} body body`, ['required'] as const])),
  }),
  quirk({
    id: 'F21',
    operations: withoutResult,
    says: 'The status is 200 without a body, but the sample is an empty object.',
    does: 'The status is 200. The response has neither a body nor a content type.',
    source: withoutResult.map((operation) => `FC-DEF ${operation} 200`),
    decision: 'The SDK does not read a body.',
  }),
  quirk({
    id: 'F28',
    operations: ['CreateVpcBinding', 'DeleteVpcBinding'],
    says: 'The summary of DeleteVpcBinding is about access policies of a firewall. CreateVpcBinding creates a connection.',
    does: 'Both operations change the list of VPCs that a service is bound to.',
    source: ['FC-DEF DeleteVpcBinding', 'FC-DEF CreateVpcBinding'],
    decision: 'The summary belongs to another product. The title is about the binding of a VPC.',
  }),
  quirk({
    id: 'F29',
    operations: ['DeleteVpcBinding'],
    says: 'No error status is stated, neither for a VPC that is bound already nor for a VPC that is not bound.',
    does: 'Both requests succeed and change nothing.',
    source: ['FC-DEF CreateVpcBinding 200', 'FC-DEF DeleteVpcBinding 200'],
    decision: 'No source states a code for them.',
  }),
  quirk({
    id: 'F30',
    operations: ['RegisterEventSource'],
    says: 'No error status is stated for an event source that is registered already.',
    does: 'The request succeeds and returns the existing event source.',
    source: ['FC-DEF RegisterEventSource 200'],
    decision: 'No source states a code for it.',
  }),
  quirk({
    id: 'F31',
    operations: ['DeregisterEventSource'],
    says: 'The status 404 has no code. The path contains a resource name with slashes and colons.',
    does: 'The code is EventSourceNotFound, which is inferred. Slashes in the path are percent-encoded.',
    source: ['FC-DEF DeregisterEventSource 404', 'FC-DEF DeregisterEventSource path sourceArn'],
    decision: 'The codes of the other resources have this form. The SDK encodes the resource name.',
  }),
]
