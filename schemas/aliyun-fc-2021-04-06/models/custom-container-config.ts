import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: samples of 003 and 000; types, values and the default are what the SDK declares. */
export const CustomContainerConfig = z
  .object({
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
        description: 'Start command of the container: a JSON array of strings, written as text.',
        examples: ['["/code/myserver"]'],
      })
      .optional(),
    args: z
      .string()
      .meta({
        'x-quirk': ['B17'],
        description: 'Arguments of the start command: a JSON array of strings, written as text.',
        examples: ['["-arg1", "value1"]'],
      })
      .optional(),
    accelerationType: z
      .enum(['Default', 'None'])
      .meta({
        description: 'Whether the image is prepared so that containers start sooner: Default does so, None does not.',
        examples: ['Default'],
      })
      .optional(),
    instanceID: z
      .string()
      .meta({
        description: 'Id of the Container Registry Enterprise Edition instance that holds the image.',
        examples: ['cri-xxxxxxxxxx'],
      })
      .optional(),
    webServerMode: z
      .boolean()
      .meta({ description: 'Whether the container runs a web server.', examples: [true] })
      .default(true),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: 'Container that a function of runtime custom-container runs.' })
