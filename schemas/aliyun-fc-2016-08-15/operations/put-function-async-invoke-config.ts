import { asyncInvokeConfig, asyncInvokeConfigInput } from '../../aliyun-fc/examples/async-invoke-config.ts'
import { json, operation, response } from '../../core/operation.ts'
import { AsyncInvokeConfig, AsyncInvokeConfigInput } from '../models/async-invoke-config.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE putFunctionAsyncConfig. */
export const putFunctionAsyncInvokeConfig = operation({
  ...observedAs('putFunctionAsyncConfig'),
  id: 'PutFunctionAsyncInvokeConfig',
  summary: 'Create or replace an async invoke configuration',
  description:
    'Creates or replaces the configuration of asynchronous invocations of a function, a version or an alias.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-config',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}/async-invoke-config',
  quirks: ['W20'],
  params: { path: { serviceName, qualifier, functionName } },
  body: json(AsyncInvokeConfigInput, {
    description: 'The configuration.',
    required: false,
    examples: { asyncInvokeConfigInput },
  }),
  success: {
    200: response(AsyncInvokeConfig, { description: 'The configuration was stored.', examples: { asyncInvokeConfig } }),
  },
  observedErrors: [
    ...observedAnywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
  ],
})
