import { api } from '../core/api.ts'
import { base } from './base.ts'
import { models } from './models/index.ts'
import { quirks } from './quirks.ts'

/** Alibaba Cloud Function Compute 2021-04-06, transcribed from sources 003, 000 and FC-DEF. */
export const aliyunFc20210406 = api(base, {
  description:
    'Services, functions, triggers, versions, aliases and related settings of Alibaba Cloud Function Compute 2.0.',
  tags: {
    Service: 'Groups of functions with common settings.',
    Function: 'Functions and their invocation.',
    Trigger: 'Event sources that invoke a function.',
    Version: 'Immutable snapshots of a service.',
    Alias: 'Names that point to versions.',
    Layer: 'Archives with files that several functions use.',
    CustomDomain: 'Domain names that lead to functions.',
    Tag: 'Labels of resources.',
    AsyncInvokeConfig: 'Settings for the asynchronous invocations of a function.',
    StatefulAsyncInvocation: 'Asynchronous tasks: asynchronous invocations with a stored status.',
    OnDemandConfig: 'Limits for the on-demand instances of a function.',
    ProvisionConfig: 'Instances of a function that run in advance.',
    Instance: 'Running instances of functions, and GPU instances.',
    VpcBinding: 'VPCs that may invoke the functions of a service.',
    EventSource: 'Event sources that are registered for a function.',
    Account: 'Settings and reserved capacities of the account.',
  },
  models,
  quirks,
})
