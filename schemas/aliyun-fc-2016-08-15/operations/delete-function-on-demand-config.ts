import { noContent, operation } from '../../core/operation.ts'
import { configPath } from '../models/config-parameters.ts'
import { ifMatch } from '../models/headers.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE deleteOnDemandConfig. */
export const deleteFunctionOnDemandConfig = operation({
  ...observedAs('deleteOnDemandConfig'),
  id: 'DeleteFunctionOnDemandConfig',
  summary: 'Delete an on-demand configuration',
  description: 'Removes the limit of the on-demand instances of a function.',
  method: 'delete',
  path: '/services/{serviceName}.{qualifier}/functions/{functionName}/on-demand-config',
  quirks: ['W20', 'W21', 'W22'],
  params: { path: configPath, header: { 'If-Match': ifMatch('on-demand configuration') } },
  success: { 204: noContent('The limit was removed.') },
  observedErrors: [
    ...observedAnywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'OnDemandConfigNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
})
