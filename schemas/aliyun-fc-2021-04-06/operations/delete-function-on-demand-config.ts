import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { aliasOrLatest, configIfMatch } from '../../aliyun-fc/models/config-parameters.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteFunctionOnDemandConfig. */
export const deleteFunctionOnDemandConfig = operation({
  id: 'DeleteFunctionOnDemandConfig',
  tag: 'OnDemandConfig',
  summary: 'Delete an on-demand configuration',
  description: 'Removes the limit of the on-demand instances of a function.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}/on-demand-config',
  source: definition,
  quirks: ['F21', 'F24'],
  params: {
    path: { serviceName, functionName },
    query: { qualifier: aliasOrLatest() },
    header: { 'If-Match': configIfMatch('on-demand configuration'), ...headers },
  },
  success: { 200: noContent('The limit was removed.') },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'OnDemandConfigNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
})
