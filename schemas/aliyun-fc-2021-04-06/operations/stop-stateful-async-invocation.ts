import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { invocationId, taskQualifier } from '../models/task-parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF StopStatefulAsyncInvocation. */
export const stopStatefulAsyncInvocation = operation({
  id: 'StopStatefulAsyncInvocation',
  tag: 'StatefulAsyncInvocation',
  summary: 'Stop an asynchronous task',
  description: 'Stops an asynchronous task that waits or runs.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/stateful-async-invocations/{invocationId}',
  source: definition,
  quirks: ['E7', 'E27'],
  params: {
    path: { serviceName, functionName, invocationId },
    query: { qualifier: taskQualifier },
    header: headers,
  },
  success: { 200: noContent('The task is being stopped.') },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'StatefulAsyncInvocationNotFound',
    'StatefulAsyncInvocationAlreadyCompleted',
  ],
})
