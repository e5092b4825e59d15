import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { tasks } from '../examples/stateful-async-invocation.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { ListStatefulAsyncInvocationsOutput } from '../models/stateful-async-invocation.ts'
import { invocationHeaders, taskPaging } from '../models/task-parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListStatefulAsyncInvocations. */
export const listStatefulAsyncInvocations = operation({
  id: 'ListStatefulAsyncInvocations',
  tag: 'StatefulAsyncInvocation',
  summary: 'List asynchronous tasks',
  description: 'Lists the asynchronous tasks of a function, filtered and sorted by time, in pages.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/stateful-async-invocations',
  source: definition,
  quirks: ['E21', 'E36'],
  params: { path: { serviceName, functionName }, query: taskPaging, header: { ...invocationHeaders, ...headers } },
  success: {
    200: response(ListStatefulAsyncInvocationsOutput, { description: 'A page of tasks.', examples: { tasks } }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound'],
})
