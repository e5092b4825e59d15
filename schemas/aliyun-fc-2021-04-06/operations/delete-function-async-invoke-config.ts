import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteFunctionAsyncInvokeConfig. */
export const deleteFunctionAsyncInvokeConfig = operation({
  id: 'DeleteFunctionAsyncInvokeConfig',
  tag: 'AsyncInvokeConfig',
  summary: 'Delete an async invoke configuration',
  description: 'Deletes the configuration of asynchronous invocations of a function, a version or an alias.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-config',
  source: definition,
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  success: { 204: noContent('The configuration was deleted.') },
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
