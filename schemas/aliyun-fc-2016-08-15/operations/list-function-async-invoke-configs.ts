import { asyncInvokeConfigs } from '../../aliyun-fc/examples/async-invoke-config.ts'
import { operation, response } from '../../core/operation.ts'
import { AsyncInvokeConfigPage } from '../models/async-invoke-config.ts'
import { functionName, limit, nextToken, serviceName } from '../models/parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE listFunctionAsyncConfigs. */
export const listFunctionAsyncInvokeConfigs = operation({
  ...observedAs('listFunctionAsyncConfigs'),
  id: 'ListFunctionAsyncInvokeConfigs',
  summary: 'List async invoke configurations',
  description:
    'Lists the configurations of asynchronous invocations of a function and of its versions and aliases, sorted by qualifier, in pages.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-configs',
  quirks: ['W20'],
  params: { path: { serviceName, functionName }, query: { limit, nextToken } },
  success: {
    200: response(AsyncInvokeConfigPage, {
      description: 'A page of configurations.',
      examples: { asyncInvokeConfigs },
    }),
  },
  observedErrors: [...observedAnywhere, 'ServiceNotFound', 'FunctionNotFound'],
})
