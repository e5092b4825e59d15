import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { Alias, AliasPage, AliasResponse, AliasUpdateFields } from './models/alias.ts'
import { Code, FunctionCodeResponse } from './models/code.ts'
import { ErrorModel } from './models/error.ts'
import { FunctionModel, FunctionPage, FunctionResponse, FunctionUpdateFields } from './models/function.ts'
import { InvokeResponse } from './models/invocation.ts'
import { LogConfig } from './models/log-config.ts'
import { IdNumber, IdText, MountPoint, NASConfig } from './models/nas-config.ts'
import { NextToken } from './models/next-token.ts'
import { Service, ServicePage, ServiceResponse, ServiceSummary, ServiceUpdateFields } from './models/service.ts'
import { Trigger, TriggerPage, TriggerResponse, TriggerUpdateFields } from './models/trigger.ts'
import { PublishVersionFields, Version, VersionPage, VersionResponse } from './models/version.ts'
import { VPCConfig } from './models/vpc-config.ts'
import { createAlias } from './operations/create-alias.ts'
import { createFunction } from './operations/create-function.ts'
import { createService } from './operations/create-service.ts'
import { createTrigger } from './operations/create-trigger.ts'
import { deleteAlias } from './operations/delete-alias.ts'
import { deleteFunction } from './operations/delete-function.ts'
import { deleteService } from './operations/delete-service.ts'
import { deleteTrigger } from './operations/delete-trigger.ts'
import { deleteVersion } from './operations/delete-version.ts'
import { getAlias } from './operations/get-alias.ts'
import { getFunction } from './operations/get-function.ts'
import { getFunctionCode } from './operations/get-function-code.ts'
import { getService } from './operations/get-service.ts'
import { getTrigger } from './operations/get-trigger.ts'
import { invokeFunction } from './operations/invoke-function.ts'
import { listAliases } from './operations/list-aliases.ts'
import { listFunctions } from './operations/list-functions.ts'
import { listServices } from './operations/list-services.ts'
import { listTriggers } from './operations/list-triggers.ts'
import { listVersions } from './operations/list-versions.ts'
import { publishVersion } from './operations/publish-version.ts'
import { updateAlias } from './operations/update-alias.ts'
import { updateFunction } from './operations/update-function.ts'
import { updateService } from './operations/update-service.ts'
import { updateTrigger } from './operations/update-trigger.ts'
import { quirks } from './quirks.ts'
import { sources } from './sources.ts'

/** Alibaba Cloud Function Compute 2016-08-15, transcribed from source 004. */
export const aliyunFc20160815 = api({
  id: 'aliyun-fc-2016-08-15',
  title: 'Alibaba Cloud Function Compute 2016-08-15',
  version: '2016-08-15',
  description: 'Services, functions, triggers, versions and aliases of Alibaba Cloud Function Compute.',
  sources,
  tags: {
    Service: 'Containers of functions.',
    Function: 'Code, and its invocation.',
    Trigger: 'Event sources that invoke a function.',
    Version: 'Immutable snapshots of a service.',
    Alias: 'Names that point to versions.',
  },
  dialect,
  errors,
  models: {
    Alias,
    AliasResponse,
    AliasUpdateFields,
    Code,
    Error: ErrorModel,
    Function: FunctionModel,
    FunctionCodeResponse,
    FunctionResponse,
    FunctionUpdateFields,
    IdNumber,
    IdText,
    InvokeResponse,
    AliasPage,
    FunctionPage,
    ServicePage,
    TriggerPage,
    VersionPage,
    LogConfig,
    MountPoint,
    NASConfig,
    NextToken,
    PublishVersionFields,
    Service,
    ServiceResponse,
    ServiceSummary,
    ServiceUpdateFields,
    Trigger,
    TriggerResponse,
    TriggerUpdateFields,
    VPCConfig,
    Version,
    VersionResponse,
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
    getFunctionCode,
    invokeFunction,
    createTrigger,
    listTriggers,
    getTrigger,
    updateTrigger,
    deleteTrigger,
    publishVersion,
    listVersions,
    deleteVersion,
    createAlias,
    listAliases,
    getAlias,
    updateAlias,
    deleteAlias,
  },
  quirks,
})
