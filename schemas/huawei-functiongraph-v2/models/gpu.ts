import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { multipleOf } from '../../core/wire.ts'

/** GPU settings. Clients and an example of source 001 have them, but no table. */
export const gpuSettings = {
  gpu_memory: multipleOf(z.int().min(1024).max(16384), 1024)
    .meta({
      ...observed,
      description: 'GPU memory of one instance in MB: 1024 to 16384, a multiple of 1024.',
      examples: [1024],
      'x-quirk': ['D6'],
    })
    .optional(),
  gpu_type: z
    .string()
    .meta({ ...observed, description: 'Model of the GPU.', examples: ['nvidia-t4'], 'x-quirk': ['D6'] })
    .optional(),
}
