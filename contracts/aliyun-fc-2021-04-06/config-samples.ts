import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { functionResource } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import { givenOne, type Sample } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path } from '../core/resource-path.ts'
import { aliasSample, functionSample } from './samples.ts'

const { operations } = aliyunFc20210406

const shared = { parent: functionResource, key: 'qualifier', keyIn: 'query', writeOnly: [] } as const

/** Configurations of a function and a qualifier. They are part of the function, so they are no resources of the API. */
const asyncInvokeConfig: Resource = {
  ...shared,
  name: 'async-invoke-config',
  create: operations.putFunctionAsyncInvokeConfig,
  read: operations.getFunctionAsyncInvokeConfig,
  remove: operations.deleteFunctionAsyncInvokeConfig,
  list: operations.listFunctionAsyncInvokeConfigs,
  entries: 'configs',
  paging: { token: 'nextToken', limit: 'limit' },
  missing: 'AsyncConfigNotExists',
  times: { created: 'createdTime', modified: 'lastModifiedTime' },
}

const onDemandConfig: Resource = {
  ...shared,
  name: 'on-demand-config',
  create: operations.putFunctionOnDemandConfig,
  read: operations.getFunctionOnDemandConfig,
  remove: operations.deleteFunctionOnDemandConfig,
  list: operations.listOnDemandConfigs,
  entries: 'configs',
  paging: { token: 'nextToken', limit: 'limit' },
  missing: 'OnDemandConfigNotFound',
  etag: 'ETag',
}

/** Without a configuration, a read returns the target 0, so none is missing. */
const provisionConfig: Resource = {
  ...shared,
  name: 'provision-config',
  create: operations.putProvisionConfig,
  read: operations.getProvisionConfig,
  list: operations.listProvisionConfigs,
  entries: 'provisionConfigs',
  paging: { token: 'nextToken', limit: 'limit' },
  etag: 'ETag',
  // Instances start and stop.
  volatile: ['current'],
}

/** The same function as of a new alias. */
export async function toAliasPlace(context: CoreContext, path: Path): Promise<Path> {
  const { serviceName = '' } = path
  const { aliasName = '' } = (await givenOne(context, aliasSample, {}, { serviceName })).path
  return { ...path, qualifier: aliasName }
}

const places = {
  parent: functionSample,
  place: (_: CoreContext, parent: Path) => ({ ...parent, qualifier: 'LATEST' }),
  otherPlace: toAliasPlace,
}

/** No source agrees with another on the form of the text that names the function (F9), but it contains the names. */
const namesFunction = ({ resource }: JsonObject, { serviceName = '', functionName = '', qualifier = '' }: Path) =>
  [serviceName, functionName, qualifier].every((name) => String(resource).includes(name))

const toDestination = (name: string) => ({ destination: `acs:mns:cn-hangzhou:123456789012:/queues/${name}/messages` })
const toTime = (year: number) => `${year}-10-10T10:10:10Z`

export const asyncInvokeConfigSample: Sample = {
  ...places,
  resource: asyncInvokeConfig,
  body: (_, fields) => fields,
  options: {
    maxAsyncEventAgeInSeconds: 300,
    maxAsyncRetryAttempts: 1,
    statefulInvocation: true,
    destinationConfig: { onSuccess: toDestination('first'), onFailure: toDestination('second') },
  },
  changes: {
    maxAsyncEventAgeInSeconds: 600,
    maxAsyncRetryAttempts: 2,
    statefulInvocation: false,
    destinationConfig: { onSuccess: toDestination('third'), onFailure: toDestination('fourth') },
  },
}

export const onDemandConfigSample: Sample = {
  ...places,
  resource: onDemandConfig,
  body: (_, fields) => ({ maximumInstanceCount: 10, ...fields }),
  isEntry: namesFunction,
  options: { maximumInstanceCount: 11 },
  required: ['maximumInstanceCount'],
  changes: { maximumInstanceCount: 12 },
}

/** Rules that do not apply in the next years. Provisioned instances cost money. */
const toRules = (name: string, year: number, count: number) => ({
  scheduledActions: [
    {
      name: `${name}-action`,
      startTime: toTime(year),
      endTime: toTime(year + 1),
      target: count,
      scheduleExpression: `cron(0 0 ${count} * * *)`,
    },
    {
      name: `${name}-once`,
      startTime: toTime(year),
      endTime: toTime(year + 1),
      target: count + 1,
      scheduleExpression: `at(${toTime(year)})`,
    },
  ],
  targetTrackingPolicies: [
    {
      name: `${name}-policy`,
      startTime: toTime(year),
      endTime: toTime(year + 1),
      metricType: count % 2 === 0 ? 'CPUUtilization' : 'ProvisionedConcurrencyUtilization',
      metricTarget: count / 10,
      minCapacity: count,
      maxCapacity: count * 10,
    },
  ],
})

export const provisionConfigSample: Sample = {
  ...places,
  resource: provisionConfig,
  body: (_, fields) => ({ target: 0, ...fields }),
  isEntry: namesFunction,
  options: { target: 1, alwaysAllocateCPU: false, ...toRules('first', 2090, 4) },
  required: ['target'],
  changes: { target: 2, alwaysAllocateCPU: true, ...toRules('second', 2095, 7) },
  kept: ['scheduledActions', 'targetTrackingPolicies'],
}

export const configSamples: readonly Sample[] = [asyncInvokeConfigSample, onDemandConfigSample, provisionConfigSample]
