import {
  fixedTarget,
  provisionConfig,
  scheduledTarget,
  trackedTarget,
} from '../../aliyun-fc/examples/provision-config.ts'
import { json, operation, response } from '../../core/operation.ts'
import { configPath } from '../models/config-parameters.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { ProvisionConfig, ProvisionConfigInput } from '../models/provision-config.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE putProvisionConfig. */
export const putProvisionConfig = operation({
  ...observedAs('putProvisionConfig'),
  id: 'PutProvisionConfig',
  summary: 'Create or replace a provision configuration',
  description: 'Sets the number of provisioned instances of a function, and rules that change the number.',
  method: 'put',
  path: '/services/{serviceName}.{qualifier}/functions/{functionName}/provision-config',
  quirks: ['W20', 'W21'],
  params: { path: configPath, header: { 'If-Match': ifMatch('provision configuration') } },
  body: json(ProvisionConfigInput, {
    description: 'The configuration.',
    examples: { fixedTarget, scheduledTarget, trackedTarget },
  }),
  success: {
    200: response(ProvisionConfig, {
      description: 'The configuration was stored.',
      headers: { ETag: etag('provision configuration') },
      examples: { provisionConfig },
    }),
  },
  observedErrors: [
    ...observedAnywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
})
