import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { operations } from './operations/index.ts'
import { sources } from './sources.ts'

/** The API without its models and quirks, which the mock does not need as lists. Browsers would load them. */
export const base = api({
  id: 'aliyun-fc-2016-08-15',
  title: 'Alibaba Cloud Function Compute 2016-08-15',
  version: '2016-08-15',
  description: 'Services, functions, triggers, versions and aliases of Alibaba Cloud Function Compute.',
  sources,
  tags: {
    Service: 'Groups of functions with common settings.',
    Function: 'Functions and their invocation.',
    Trigger: 'Event sources that invoke a function.',
    Version: 'Immutable snapshots of a service.',
    Alias: 'Names that point to versions.',
    Observed: "Operations that the vendor's SDKs call and source 004 does not state.",
  },
  dialect,
  errors,
  operations,
})
