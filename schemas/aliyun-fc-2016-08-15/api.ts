import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { ErrorModel } from './models/error.ts'
import { LogConfig } from './models/log-config.ts'
import { MountPoint, NASConfig } from './models/nas-config.ts'
import { Service, ServiceResponse } from './models/service.ts'
import { VPCConfig } from './models/vpc-config.ts'
import { createService } from './operations/create-service.ts'
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
  models: { Service, ServiceResponse, LogConfig, VPCConfig, NASConfig, MountPoint, Error: ErrorModel },
  operations: { createService },
  quirks,
})
