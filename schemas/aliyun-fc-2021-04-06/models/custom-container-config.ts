import { z } from 'zod'
import { defined } from '../../core/provenance.ts'

export const AccelerationStatus = z.enum(['Preparing', 'Ready']).meta({
  description: 'Preparing: invocations use the original image. Ready: invocations use the accelerated image.',
  examples: ['Preparing'],
})

export const AccelerationType = z.enum(['Default', 'None']).meta({
  description: 'Image acceleration. Default: faster start of containers. None: no acceleration.',
  examples: ['Default'],
})

/** The settings of a container image, in requests and responses. Source: FC-DEF, and the samples of 003 and 000. */
const settings = {
  image: z
    .string()
    .meta({
      description: 'Address of the container image.',
      examples: ['registry-vpc.cn-hangzhou.aliyuncs.com/fc-demo/helloworld:v1beta1'],
    })
    .optional(),
  command: z
    .string()
    .meta({
      'x-quirk': ['B17'],
      description: 'Start command of the container: a JSON array of strings, as text.',
      examples: ['["/code/myserver"]'],
    })
    .optional(),
  args: z
    .string()
    .meta({
      'x-quirk': ['B17'],
      description: 'Arguments of the start command: a JSON array of strings, as text.',
      examples: ['["-arg1", "value1"]'],
    })
    .optional(),
  accelerationType: AccelerationType.optional(),
  instanceID: z
    .string()
    .meta({
      description: 'Id of the Container Registry Enterprise Edition instance that contains the image.',
      examples: ['cri-xxxxxxxxxx'],
    })
    .optional(),
  webServerMode: z
    .boolean()
    .meta({ description: 'If true, the container runs a web server.', examples: [true] })
    .default(true),
}

export const CustomContainerConfig = z.object(settings).meta({
  ...defined,
  'x-quirk': ['B16'],
  description: 'Container image and start command, for the runtime custom-container.',
})

/** Source: FC-DEF AccelerationInfo. */
export const AccelerationInfo = z
  .object({
    status: AccelerationStatus.optional(),
  })
  .meta({ ...defined, description: 'Status of the acceleration of an image.' })

/** Source: FC-DEF CustomContainerConfigInfo. */
export const CustomContainerConfigInfo = z
  .object({
    ...settings,
    accelerationInfo: AccelerationInfo.meta({
      ...defined,
      description: 'Status of the acceleration of the image.',
    }).optional(),
  })
  .meta({
    ...defined,
    'x-quirk': ['D2'],
    description: 'Container image and start command of a function with the runtime custom-container.',
  })
