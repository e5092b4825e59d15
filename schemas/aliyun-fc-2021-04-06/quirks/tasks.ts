import { quirk } from '../../core/quirk.ts'

const readers = ['GetStatefulAsyncInvocation', 'ListStatefulAsyncInvocations']

/** Contradictions and gaps of FC-DEF about stateful asynchronous invocations. */
export const taskQuirks = [
  quirk({
    id: 'E20',
    operations: [...readers, 'StopStatefulAsyncInvocation'],
    says: 'qualifier is optional and has no default.',
    does: 'Without a qualifier, the tasks of LATEST are meant. The same id can exist once for each qualifier.',
    source: ['FC-DEF GetStatefulAsyncInvocation query qualifier'],
    decision: 'InvokeFunction has the default LATEST.',
  }),
  quirk({
    id: 'E21',
    operations: readers,
    says: 'The operations have the headers X-Fc-Invocation-Type, X-Fc-Log-Type and X-Fc-Code-Checksum.',
    does: 'The headers are validated and have no effect.',
    source: [
      'FC-DEF GetStatefulAsyncInvocation header X-Fc-Invocation-Type',
      'FC-DEF GetStatefulAsyncInvocation header X-Fc-Log-Type',
      'FC-DEF GetStatefulAsyncInvocation header X-Fc-Code-Checksum',
    ],
    decision: 'The headers are for invocations and code, and these operations only read tasks.',
  }),
  quirk({
    id: 'E22',
    operations: readers,
    says: 'The field examples have times in milliseconds. The samples have times in seconds. startedTimeEnd is described as the end of the task.',
    does: 'All times are in milliseconds. startedTimeBegin and startedTimeEnd limit startedTime, inclusive.',
    source: [
      'FC-DEF StatefulAsyncInvocation.startedTime',
      'FC-DEF StatefulAsyncInvocation.endTime',
      'FC-DEF ListStatefulAsyncInvocations query startedTimeEnd',
    ],
    decision: 'The names of the two parameters are a pair. The timestamps of events are in milliseconds as well.',
  }),
  quirk({
    id: 'E23',
    operations: readers,
    says: 'sortOrderByTime and includePayload have no default.',
    does: 'Without sortOrderByTime, the newest task comes first. Without includePayload, a list has no invocationPayload. GetStatefulAsyncInvocation always returns invocationPayload.',
    source: [
      'FC-DEF ListStatefulAsyncInvocations query sortOrderByTime',
      'FC-DEF ListStatefulAsyncInvocations query includePayload',
    ],
    decision: 'The example of sortOrderByTime is desc. An absent boolean usually means false.',
  }),
  quirk({
    id: 'E24',
    operations: ['ListStatefulAsyncInvocationFunctions'],
    says: 'The example of nextToken is a text of two quotation marks. An empty token means the first page in a request, and the end in a response.',
    does: 'An empty or absent token in a request means the first page. A response without more entries has no token.',
    source: [
      'FC-DEF ListStatefulAsyncInvocationFunctions query nextToken',
      'FC-DEF ListStatefulAsyncInvocationFunctions.response.200.nextToken',
    ],
    decision: 'For clients, an absent token and an empty token mean the same. The example shows the empty text.',
  }),
  quirk({
    id: 'E25',
    operations: readers,
    says: 'returnPayload is in a closed beta. The vendor enables it for single accounts.',
    does: 'The field is in the document. The mock does not return it.',
    source: ['FC-DEF StatefulAsyncInvocation.returnPayload'],
    decision: 'Most accounts do not get the field.',
  }),
  quirk({
    id: 'E26',
    operations: readers,
    says: 'destinationStatus is the status of the task in the description, and the status of the destination in the title.',
    does: 'It is the status of the destination. The mock returns it for a task whose configuration has a destination.',
    source: ['FC-DEF StatefulAsyncInvocation.destinationStatus'],
    decision: 'The status of the task is another field.',
  }),
  quirk({
    id: 'E27',
    operations: ['StopStatefulAsyncInvocation'],
    says: 'FC-DEF does not say what happens to a task that has ended.',
    does: 'For a task that has ended, the response is 412 StatefulAsyncInvocationAlreadyCompleted.',
    source: ['FC-DEF StopStatefulAsyncInvocation'],
    decision: 'Clients of the vendor expect this status and this code.',
  }),
]
