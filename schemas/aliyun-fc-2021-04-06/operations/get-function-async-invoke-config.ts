import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { asyncInvokeConfig } from '../../aliyun-fc/examples/async-invoke-config.ts'
import { AsyncInvokeConfig } from '../models/async-invoke-config.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetFunctionAsyncInvokeConfig. */
export const getFunctionAsyncInvokeConfig = operation({
  id: 'GetFunctionAsyncInvokeConfig',
  tag: 'AsyncInvokeConfig',
  summary: 'Get an async invoke configuration',
  description: 'Returns the configuration of asynchronous invocations of a function, a version or an alias.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-config',
  source: definition,
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  success: { 200: response(AsyncInvokeConfig, { description: 'The configuration.', examples: { asyncInvokeConfig } }) },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'AsyncConfigNotExists',
  ],
  errorStatuses: [400, 403, 404, 500],
})
