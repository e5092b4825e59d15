import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { asyncInvokeConfig, asyncInvokeConfigInput } from '../../aliyun-fc/examples/async-invoke-config.ts'
import { AsyncInvokeConfig, AsyncInvokeConfigInput } from '../models/async-invoke-config.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF PutFunctionAsyncInvokeConfig. */
export const putFunctionAsyncInvokeConfig = operation({
  id: 'PutFunctionAsyncInvokeConfig',
  tag: 'AsyncInvokeConfig',
  summary: 'Create or replace an async invoke configuration',
  description:
    'Creates or replaces the configuration of asynchronous invocations of a function, a version or an alias.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-config',
  source: definition,
  quirks: ['F5'],
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  body: json(AsyncInvokeConfigInput, {
    description: 'The configuration.',
    required: false,
    examples: { asyncInvokeConfigInput },
  }),
  success: {
    200: response(AsyncInvokeConfig, { description: 'The configuration was stored.', examples: { asyncInvokeConfig } }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
  ],
  errorStatuses: [400, 403, 404, 500],
})
