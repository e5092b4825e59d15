import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { claimGpuInstanceRequest, gpuInstance } from '../examples/instance.ts'
import { ClaimGPUInstanceInput, ClaimGPUInstanceOutput } from '../models/gpu-instance.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ClaimGPUInstance. */
export const claimGpuInstance = operation({
  id: 'ClaimGPUInstance',
  tag: 'Instance',
  summary: 'Claim a GPU instance',
  description: 'Starts a GPU instance for rendering.',
  method: 'post',
  path: '/gpuInstances',
  source: definition,
  deprecated: true,
  params: { path: {}, header: headers },
  body: json(ClaimGPUInstanceInput, {
    description: 'The instance to claim.',
    quirks: ['E34'],
    examples: { instance: claimGpuInstanceRequest },
  }),
  success: {
    200: response(ClaimGPUInstanceOutput, {
      description: 'The instance was claimed.',
      examples: { instance: gpuInstance },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ResourceNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
