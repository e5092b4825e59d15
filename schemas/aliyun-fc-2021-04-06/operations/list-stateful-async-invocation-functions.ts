import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { taskFunctions } from '../examples/stateful-async-invocation.ts'
import { headers } from '../models/parameters.ts'
import { ListStatefulAsyncInvocationFunctionsOutput } from '../models/stateful-async-invocation.ts'
import { taskFunctionPaging } from '../models/task-parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListStatefulAsyncInvocationFunctions. */
export const listStatefulAsyncInvocationFunctions = operation({
  id: 'ListStatefulAsyncInvocationFunctions',
  tag: 'StatefulAsyncInvocation',
  summary: 'List functions with asynchronous tasks',
  description: 'Lists the functions of the account with asynchronous tasks, in pages.',
  method: 'get',
  path: '/stateful-async-invocation-functions',
  source: definition,
  params: { path: {}, query: taskFunctionPaging, header: headers },
  success: {
    200: response(ListStatefulAsyncInvocationFunctionsOutput, {
      description: 'A page of functions.',
      examples: { taskFunctions },
    }),
  },
  errors: [],
  observedErrors: anywhere,
})
