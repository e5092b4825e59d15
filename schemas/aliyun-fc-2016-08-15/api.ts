import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { Code } from './models/code.ts'
import { ErrorModel } from './models/error.ts'
import { FunctionModel, FunctionResponse, FunctionUpdateFields, ListFunctionsResponse } from './models/function.ts'
import { LogConfig } from './models/log-config.ts'
import { MountPoint, NASConfig } from './models/nas-config.ts'
import { NextToken } from './models/next-token.ts'
import {
  ListServicesResponse,
  Service,
  ServiceResponse,
  ServiceSummary,
  ServiceUpdateFields,
} from './models/service.ts'
import { VPCConfig } from './models/vpc-config.ts'
import { createFunction } from './operations/create-function.ts'
import { createService } from './operations/create-service.ts'
import { deleteFunction } from './operations/delete-function.ts'
import { deleteService } from './operations/delete-service.ts'
import { getFunction } from './operations/get-function.ts'
import { getService } from './operations/get-service.ts'
import { listFunctions } from './operations/list-functions.ts'
import { listServices } from './operations/list-services.ts'
import { updateFunction } from './operations/update-function.ts'
import { updateService } from './operations/update-service.ts'
import { quirks } from './quirks.ts'

/** Alibaba Function Compute 2016-08-15, transcribed from page 004. */
export const aliyunFc20160815 = api({
  id: 'aliyun-fc-2016-08-15',
  title: 'Alibaba Cloud Function Compute 2016-08-15',
  version: '2016-08-15',
  description: 'Services, functions, triggers, versions and aliases of Alibaba Cloud Function Compute.',
  pages: [{ file: '004', title: 'API specification', updated: '2018-12-08' }],
  tags: {
    Service: 'Containers of functions.',
    Function: 'Code to run, and running it.',
    Trigger: 'Event sources that run a function.',
    Version: 'Snapshots of a service that never change.',
    Alias: 'Names that point to versions.',
  },
  dialect,
  errors,
  models: {
    Code,
    Error: ErrorModel,
    Function: FunctionModel,
    FunctionResponse,
    FunctionUpdateFields,
    ListFunctionsResponse,
    ListServicesResponse,
    LogConfig,
    MountPoint,
    NASConfig,
    NextToken,
    Service,
    ServiceResponse,
    ServiceSummary,
    ServiceUpdateFields,
    VPCConfig,
  },
  operations: {
    createService,
    listServices,
    getService,
    updateService,
    deleteService,
    createFunction,
    listFunctions,
    getFunction,
    updateFunction,
    deleteFunction,
  },
  quirks,
})
