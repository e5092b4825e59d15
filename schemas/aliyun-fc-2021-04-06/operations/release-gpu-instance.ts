import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { gpuInstanceId } from '../models/instance-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ReleaseGPUInstance. */
export const releaseGpuInstance = operation({
  id: 'ReleaseGPUInstance',
  tag: 'Instance',
  summary: 'Release a GPU instance',
  description: 'Stops and deletes a GPU instance.',
  method: 'delete',
  path: '/gpuInstances/{instanceId}',
  source: definition,
  deprecated: true,
  quirks: ['E11'],
  params: { path: { instanceId: gpuInstanceId }, header: headers },
  success: { 204: noContent('The instance was released.') },
  errors: [],
  observedErrors: [...anywhere, 'ConcurrentUpdateError', 'InstanceNotFound'],
  errorStatuses: [403, 404, 409, 500],
})
