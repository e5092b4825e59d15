import { noContent, operation } from '../../core/operation.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE deleteFunctionAsyncConfig. */
export const deleteFunctionAsyncInvokeConfig = operation({
  ...observedAs('deleteFunctionAsyncConfig'),
  id: 'DeleteFunctionAsyncInvokeConfig',
  summary: 'Delete an async invoke configuration',
  description: 'Deletes the configuration of asynchronous invocations of a function, a version or an alias.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}/async-invoke-config',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}/async-invoke-config',
  quirks: ['W20'],
  params: { path: { serviceName, qualifier, functionName } },
  success: { 204: noContent('The configuration was deleted.') },
  observedErrors: [
    ...observedAnywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'AsyncConfigNotExists',
  ],
})
