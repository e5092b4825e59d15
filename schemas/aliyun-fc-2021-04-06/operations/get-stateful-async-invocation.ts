import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { failedTask, task } from '../examples/stateful-async-invocation.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { StatefulAsyncInvocation } from '../models/stateful-async-invocation.ts'
import { invocationHeaders, invocationId, taskQualifier } from '../models/task-parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetStatefulAsyncInvocation. */
export const getStatefulAsyncInvocation = operation({
  id: 'GetStatefulAsyncInvocation',
  tag: 'StatefulAsyncInvocation',
  summary: 'Get an asynchronous task',
  description: 'Returns an asynchronous task with its status and its events.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/stateful-async-invocations/{invocationId}',
  source: definition,
  quirks: ['E21'],
  params: {
    path: { serviceName, functionName, invocationId },
    query: { qualifier: taskQualifier },
    header: { ...invocationHeaders, ...headers },
  },
  success: {
    200: response(StatefulAsyncInvocation, { description: 'The task.', examples: { task, failedTask } }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'StatefulAsyncInvocationNotFound',
  ],
})
