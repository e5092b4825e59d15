import { api } from '../core/api.ts'
import { base } from './base.ts'
import { models } from './models/index.ts'
import { quirks } from './quirks.ts'

/** Alibaba Cloud Function Compute 2016-08-15, transcribed from source 004. */
export const aliyunFc20160815 = api(base, {
  description: 'Services, functions, triggers, versions and aliases of Alibaba Cloud Function Compute.',
  tags: {
    Service: 'Groups of functions with common settings.',
    Function: 'Functions and their invocation.',
    Trigger: 'Event sources that invoke a function.',
    Version: 'Immutable snapshots of a service.',
    Alias: 'Names that point to versions.',
    Observed: "Operations that the vendor's SDKs call and source 004 does not state.",
  },
  models,
  quirks,
})
