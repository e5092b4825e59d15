import { quirk } from '../../core/quirk.ts'

const withAsyncConfig = [
  'PutFunctionAsyncInvokeConfig',
  'GetFunctionAsyncInvokeConfig',
  'ListFunctionAsyncInvokeConfigs',
]
const nullable = [
  'PutFunctionAsyncInvokeConfig.response.200',
  'GetFunctionAsyncInvokeConfig.response.200',
  'ListFunctionAsyncInvokeConfigs.response.200.configs[]',
].flatMap((owner) =>
  ['destinationConfig', 'maxAsyncEventAgeInSeconds', 'maxAsyncRetryAttempts', 'statefulInvocation'].map(
    (field) => `FC-DEF ${owner}.${field}`,
  ),
)
const onDemand = ['PutFunctionOnDemandConfig', 'GetFunctionOnDemandConfig', 'DeleteFunctionOnDemandConfig']

/** Gaps and contradictions of FC-DEF about async invoke configurations and on-demand configurations. */
export const configurationQuirks = [
  quirk({
    id: 'F5',
    operations: withAsyncConfig,
    says: 'The maximum age has the default 86400, and the retries have the default 3. In the list, and in the example of destinationConfig, a setting that was not made is null.',
    does: 'A response contains no setting that the request did not contain. The defaults apply to invocations. null in a response is valid.',
    source: [
      'FC-DEF PutFunctionAsyncInvokeConfig.request.maxAsyncEventAgeInSeconds',
      'FC-DEF PutFunctionAsyncInvokeConfig.request.maxAsyncRetryAttempts',
      'FC-DEF ListFunctionAsyncInvokeConfigs.response.200.configs[].maxAsyncRetryAttempts',
    ],
    decision: 'SDK tests expect that a maximum age that was not set is absent from the response.',
    differs: Object.fromEntries(nullable.map((row) => [row, ['type'] as const])),
  }),
  quirk({
    id: 'F6',
    operations: withAsyncConfig,
    says: 'The times of a configuration have the format 2020-09-10T02:45:02Z. Times of other resources have milliseconds and an offset.',
    does: 'The times of a configuration have the format of the example.',
    source: [
      'FC-DEF PutFunctionAsyncInvokeConfig.response.200.createdTime',
      'FC-DEF RegisterEventSource.response.200.createdTime',
    ],
    decision: 'Both formats are valid ISO 8601, and clients parse both.',
  }),
  quirk({
    id: 'F7',
    operations: withAsyncConfig,
    says: 'A destination is a resource descriptor. FC-DEF states neither the kinds of resources nor whether the resource must exist.',
    does: 'Every text is accepted.',
    source: ['FC-DEF Destination.destination'],
    decision: 'A maintainer of an SDK states that the server does not check whether the destination exists.',
  }),
  quirk({
    id: 'F8',
    operations: ['ListFunctionAsyncInvokeConfigs', 'ListOnDemandConfigs'],
    says: 'FC-DEF does not state what an empty list and the last page contain.',
    does: 'An empty list has no configs. On the last page, nextToken of ListFunctionAsyncInvokeConfigs is empty, and nextToken of ListOnDemandConfigs is absent.',
    source: [
      'FC-DEF ListFunctionAsyncInvokeConfigs.response.200.nextToken',
      'FC-DEF ListOnDemandConfigs.response.200.nextToken',
    ],
    decision: 'The tests of two SDKs expect these values.',
  }),
  quirk({
    id: 'F9',
    operations: [
      'PutFunctionOnDemandConfig',
      'GetFunctionOnDemandConfig',
      'ListOnDemandConfigs',
      'PutProvisionConfig',
      'GetProvisionConfig',
      'ListProvisionConfigs',
    ],
    says: 'resource has four formats: account, service, qualifier and function with # between them; the same with quotation marks; services/{service}-{id}.{alias}/functions/{function}; services/{service}/function/{function}.',
    does: 'An on-demand configuration has services/{service}.{qualifier}/functions/{function}. A provision configuration has the first format.',
    source: [
      'FC-DEF OnDemandConfig.resource',
      'FC-DEF GetFunctionOnDemandConfig.response.200.resource',
      'FC-DEF PutProvisionConfig.response.200.resource',
    ],
    decision: 'The tests of two SDKs compare these texts, and use them as prefix and startKey.',
  }),
  quirk({
    id: 'F11',
    operations: ['PutFunctionOnDemandConfig', 'GetFunctionOnDemandConfig', 'ListOnDemandConfigs'],
    says: 'The model has the minimum 0 and, as the maximum, the concurrency limit of the account, 300 by default. The request has no limits.',
    does: 'The minimum is 0. There is no maximum.',
    source: [
      'FC-DEF OnDemandConfig.maximumInstanceCount',
      'FC-DEF PutFunctionOnDemandConfig.request.maximumInstanceCount',
    ],
    decision: 'The limit of an account can be raised, so it is not a property of the API.',
  }),
  quirk({
    id: 'F18',
    operations: ['ListFunctionAsyncInvokeConfigs'],
    says: 'The list has the headers X-Fc-Code-Checksum, X-Fc-Log-Type and X-Fc-Invocation-Type.',
    does: 'The headers are accepted and have no effect.',
    source: [
      'FC-DEF ListFunctionAsyncInvokeConfigs header X-Fc-Code-Checksum',
      'FC-DEF ListFunctionAsyncInvokeConfigs header X-Fc-Log-Type',
      'FC-DEF ListFunctionAsyncInvokeConfigs header X-Fc-Invocation-Type',
    ],
    decision: 'The three headers belong to invocations and to code.',
  }),
  quirk({
    id: 'F23',
    operations: ['ListFunctionAsyncInvokeConfigs'],
    says: 'One operation has a deprecated parameter AccountID in the host.',
    does: 'The host is part of the server URL, which has a variable for the account.',
    source: ['FC-DEF ListFunctionAsyncInvokeConfigs host AccountID'],
    decision: 'OpenAPI has no parameters in the host. The server URL is the same for all operations.',
    differs: { 'FC-DEF host AccountID': ['place'] },
  }),
  quirk({
    id: 'F24',
    operations: onDemand,
    says: 'FC-DEF states no error status. The text of If-Match and of ETag has 412 PreconditionFailed.',
    does: 'An ETag that does not match returns 412 PreconditionFailed. A missing configuration returns 404 OnDemandConfigNotFound, and a missing parent the code of the parent.',
    source: [
      'FC-DEF PutFunctionOnDemandConfig header If-Match',
      'FC-DEF DeleteFunctionOnDemandConfig header If-Match',
      'FC-DEF GetFunctionOnDemandConfig 200',
    ],
    decision: 'Clients of this and later versions compare OnDemandConfigNotFound.',
  }),
]
