import type { z } from 'zod'
import type { CreateFunctionInput } from '../../schemas/aliyun-fc-2021-04-06/models/create-function-input.ts'

type Created = z.output<typeof CreateFunctionInput>

export type LaterRuntime = Created['runtime']

/** The settings of a function that only API version 2021-04-06 documents. */
export type LaterSettings = Pick<
  Created,
  | 'instanceSoftConcurrency'
  | 'instanceLifecycleConfig'
  | 'customDNS'
  | 'customRuntimeConfig'
  | 'customHealthCheckConfig'
  | 'cpu'
  | 'diskSize'
  | 'gpuMemorySize'
>
