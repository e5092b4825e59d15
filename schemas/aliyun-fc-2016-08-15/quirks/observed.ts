import { quirk } from '../../core/quirk.ts'

const tags = ['TagResource', 'UntagResource', 'GetResourceTags']
const vpcBindings = ['CreateVpcBinding', 'DeleteVpcBinding', 'ListVpcBindings']
const ofQualifier = [
  'PutProvisionConfig',
  'GetProvisionConfig',
  'PutFunctionOnDemandConfig',
  'GetFunctionOnDemandConfig',
  'DeleteFunctionOnDemandConfig',
]

const observed = [
  ...tags,
  ...vpcBindings,
  ...ofQualifier,
  'ListProvisionConfigs',
  'ListOnDemandConfigs',
  'PutFunctionAsyncInvokeConfig',
  'GetFunctionAsyncInvokeConfig',
  'DeleteFunctionAsyncInvokeConfig',
  'ListFunctionAsyncInvokeConfigs',
  'CreateCustomDomain',
  'ListCustomDomains',
  'GetCustomDomain',
  'UpdateCustomDomain',
  'DeleteCustomDomain',
  'GetAccountSettings',
  'ListReservedCapacities',
  'GetTempBucketToken',
]

/** The list of resources in the source. None of these calls is in it. */
const source = ['004:99']

/** Calls of SDKs that the source does not contain. */
export const observedQuirks = [
  quirk({
    id: 'W20',
    operations: observed,
    says: 'The list of resources contains services, functions, triggers, versions and aliases.',
    does: 'The document also has operations on tags, configurations, custom domains, VPC bindings and the account. Each operation has the mark observed. Fields and limits are those of FC 2021-04-06.',
    source,
    decision:
      'The SDKs of this API call these operations, and both versions show the same resources. The suite does not require them.',
  }),
  quirk({
    id: 'W21',
    operations: ofQualifier,
    says: 'A qualifier is an optional part of a path.',
    does: 'Provision and on-demand configurations need a qualifier: an alias or LATEST.',
    source,
    decision: 'The SDKs for Python and Go always send one, and FC 2021-04-06 requires one.',
  }),
  quirk({
    id: 'W22',
    operations: ['DeleteFunctionOnDemandConfig', 'DeleteVpcBinding'],
    says: 'Every deletion has the status 204.',
    does: 'These deletions have the status 204, too. In FC 2021-04-06 they have the status 200.',
    source,
    decision: 'Deletions of this API have one status. The SDKs accept both.',
  }),
  quirk({
    id: 'W23',
    operations: tags,
    says: 'The source does not mention tags.',
    does: 'All three operations have the path /tag. UntagResource is a DELETE request with a body. Each response is an object with the id of the request.',
    source,
    decision:
      'The SDKs send these requests. The SDK for Python fails if a response has no JSON body, and its comments show requestId.',
  }),
  quirk({
    id: 'W24',
    operations: vpcBindings,
    says: 'The source does not mention bindings of a service to VPCs.',
    does: 'The path is /binding to create and delete a binding, and /bindings to list all. DeleteVpcBinding has a body.',
    source,
    decision: 'The SDK for Java sends these requests. FC 2021-04-06 has other paths.',
  }),
  quirk({
    id: 'W25',
    operations: ['GetTempBucketToken'],
    says: 'The source does not mention uploads.',
    does: 'The mock invents the bucket and the access key. Nothing can be uploaded there, and the mock accepts functions and layers with any OSS object.',
    source,
    decision: 'The mock does not implement OSS. The fields are those that the SDKs for Node.js and Go read.',
  }),
  quirk({
    id: 'W26',
    operations: [],
    says: 'Triggers of the type http exist. How a request reaches them is not stated.',
    does: 'The mock serves /proxy/{service}[.{qualifier}]/{function}/{path} with every method. The trigger is the one for the qualifier, or else for LATEST. A method that the trigger does not allow is 403 AccessDenied. With another authType than anonymous, a request without a date is 400 MissingRequiredHeader, and a request without a signature is 400 InvalidArgument. A failed function is 502.',
    source: ['004:1372', '004:99'],
    decision:
      'The SDKs send these requests, sign their query, and expect 502. Real servers return these statuses. The code for a method that is not allowed is inferred. OpenAPI cannot describe a path with slashes, so the document has no operation.',
  }),
  quirk({
    id: 'W27',
    operations: ['InvokeFunction'],
    says: 'InvokeFunction invokes every function.',
    does: 'The mock rejects the invocation of a function with an HTTP trigger: 400 InvalidArgument. The suite has no check for it.',
    source: ['004:537'],
    decision:
      'Users of the SDK for Node.js and of the command line s report this error of real servers. No client depends on it.',
  }),
]
