import { asyncInvokeConfig } from '../../aliyun-fc/examples/async-invoke-config.ts'
import { operation, response } from '../../core/operation.ts'
import { AsyncInvokeConfig } from '../models/async-invoke-config.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getFunctionAsyncConfig. */
export const getFunctionAsyncInvokeConfig = operation({
  ...observedAs('getFunctionAsyncConfig'),
  id: 'GetFunctionAsyncInvokeConfig',
  summary: 'Get an async invoke configuration',
  description: 'Returns the configuration of asynchronous invocations of a function, a version or an alias.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-config',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}/async-invoke-config',
  quirks: ['W20'],
  params: { path: { serviceName, qualifier, functionName } },
  success: { 200: response(AsyncInvokeConfig, { description: 'The configuration.', examples: { asyncInvokeConfig } }) },
  observedErrors: [
    ...observedAnywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'AsyncConfigNotExists',
  ],
})
