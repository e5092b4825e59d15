import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { CustomImage } from './models/custom-image.ts'
import { Dependency } from './models/dependency.ts'
import { ErrorModel } from './models/error.ts'
import { FuncCode } from './models/func-code.ts'
import { FuncLogConfig } from './models/func-log-config.ts'
import { FuncVpc, FuncVpcResponse } from './models/func-vpc.ts'
import { FunctionCode } from './models/function-code.ts'
import { FunctionConfig } from './models/function-config.ts'
import {
  FuncMount,
  FuncMountResponse,
  MountConfig,
  MountConfigResponse,
  MountUser,
  MountUserResponse,
} from './models/mount-config.ts'
import { IdNumber, IdText } from './models/mount-user-id.ts'
import { NetworkControlConfig, VpcConfig } from './models/network-control-config.ts'
import { StrategyConfig, StrategyConfigResponse } from './models/strategy-config.ts'
import { UpdateFunctionCodeRequest } from './models/update-function-code-request.ts'
import { UpdateFunctionConfigRequest } from './models/update-function-config-request.ts'
import { updateFunctionCode } from './operations/update-function-code.ts'
import { updateFunctionConfig } from './operations/update-function-config.ts'
import { quirks } from './quirks.ts'
import { sources } from './sources.ts'

/** Huawei Cloud FunctionGraph v2, transcribed from sources 001 and 002. */
export const huaweiFunctionGraphV2 = api({
  id: 'huawei-functiongraph-v2',
  title: 'Huawei Cloud FunctionGraph v2',
  version: 'v2',
  description: 'Updates the settings and the code of functions of Huawei Cloud FunctionGraph.',
  sources,
  tags: { Function: 'Settings and code of functions.' },
  dialect,
  errors,
  models: {
    CustomImage,
    Dependency,
    Error: ErrorModel,
    FuncCode,
    FuncLogConfig,
    FuncMount,
    FuncMountResponse,
    FuncVpc,
    FuncVpcResponse,
    FunctionCode,
    FunctionConfig,
    IdNumber,
    IdText,
    MountConfig,
    MountConfigResponse,
    MountUser,
    MountUserResponse,
    NetworkControlConfig,
    StrategyConfig,
    StrategyConfigResponse,
    UpdateFunctionCodeRequest,
    UpdateFunctionConfigRequest,
    VpcConfig,
  },
  operations: { updateFunctionConfig, updateFunctionCode },
  quirks,
})
