import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { Code } from './models/code.ts'
import { CreateFunctionInput } from './models/create-function-input.ts'
import { CustomContainerConfig } from './models/custom-container-config.ts'
import { CustomDNS, DNSOption } from './models/custom-dns.ts'
import { CustomHealthCheckConfig } from './models/custom-health-check-config.ts'
import { CustomRuntimeConfig } from './models/custom-runtime-config.ts'
import { ErrorModel } from './models/error.ts'
import { FunctionModel } from './models/function.ts'
import { InstanceLifecycleConfig, LifecycleHook } from './models/instance-lifecycle-config.ts'
import { UpdateFunctionInput } from './models/update-function-input.ts'
import { createFunction } from './operations/create-function.ts'
import { updateFunction } from './operations/update-function.ts'
import { quirks } from './quirks.ts'
import { sources } from './sources.ts'

/** Alibaba Cloud Function Compute 2021-04-06, transcribed from sources 003 and 000. */
export const aliyunFc20210406 = api({
  id: 'aliyun-fc-2021-04-06',
  title: 'Alibaba Cloud Function Compute 2021-04-06',
  version: '2021-04-06',
  description: 'Creates and updates functions of Alibaba Cloud Function Compute 2.0.',
  sources,
  tags: { Function: 'Code, and its settings.' },
  dialect,
  errors,
  models: {
    CreateFunctionInput,
    UpdateFunctionInput,
    Function: FunctionModel,
    Code,
    CustomContainerConfig,
    CustomRuntimeConfig,
    CustomDNS,
    DNSOption,
    CustomHealthCheckConfig,
    InstanceLifecycleConfig,
    LifecycleHook,
    Error: ErrorModel,
  },
  operations: { createFunction, updateFunction },
  quirks,
})
