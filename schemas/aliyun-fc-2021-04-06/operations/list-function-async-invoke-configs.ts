import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { asyncInvokeConfigs } from '../../aliyun-fc/examples/async-invoke-config.ts'
import { AsyncInvokeConfigPage } from '../models/async-invoke-config.ts'
import { invocationHeaders } from '../../aliyun-fc/models/config-parameters.ts'
import { functionName, headers, limit, nextToken, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListFunctionAsyncInvokeConfigs. */
export const listFunctionAsyncInvokeConfigs = operation({
  id: 'ListFunctionAsyncInvokeConfigs',
  tag: 'AsyncInvokeConfig',
  summary: 'List async invoke configurations',
  description:
    'Lists the configurations of asynchronous invocations of a function and of its versions and aliases, sorted by qualifier, in pages.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-configs',
  source: definition,
  quirks: ['F18', 'F23'],
  params: {
    path: { serviceName, functionName },
    query: { limit, nextToken },
    header: { ...headers, ...invocationHeaders },
  },
  success: {
    200: response(AsyncInvokeConfigPage, {
      description: 'A page of configurations.',
      examples: { asyncInvokeConfigs },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
