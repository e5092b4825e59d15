/** From the samples of FC-DEF PutProvisionConfig, with the field names of its tables (F13). */
const scheduledActions = [
  {
    name: 'action_1',
    startTime: '2020-11-01T10:00:00Z',
    endTime: '2020-11-30T10:00:00Z',
    target: 50,
    scheduleExpression: 'cron(0 0 20 * * *)',
  },
  {
    name: 'action_2',
    startTime: '2020-11-01T10:00:00Z',
    endTime: '2020-11-30T10:00:00Z',
    target: 10,
    scheduleExpression: 'cron(0 0 22 * * *)',
  },
]

const targetTrackingPolicies = [
  {
    name: 'action_1',
    startTime: '2020-11-01T10:00:00Z',
    endTime: '2020-11-30T10:00:00Z',
    metricType: 'ProvisionedConcurrencyUtilization' as const,
    metricTarget: 0.6,
    minCapacity: 10,
    maxCapacity: 100,
  },
]

export const fixedTarget = { summary: 'A fixed number of instances', value: { target: 1 } }

export const scheduledTarget = {
  summary: 'More instances in the evening',
  value: { target: 5, scheduledActions, alwaysAllocateCPU: true },
}

export const trackedTarget = { summary: 'A policy that follows a metric', value: { target: 5, targetTrackingPolicies } }

export const provisionConfig = {
  summary: 'Provisioned instances of an alias, of which one is ready',
  value: {
    resource: '12345#serviceName#qualifier#functionName',
    target: 5,
    current: 1,
    scheduledActions,
    targetTrackingPolicies,
    alwaysAllocateCPU: true,
  },
}

export const failedProvisionConfig = {
  summary: 'An error while an instance was created',
  value: { ...provisionConfig.value, currentError: 'image not found' },
}

export const provisionConfigs = {
  summary: 'A page of configurations, with a token for the next page',
  value: { nextToken: 'demoNextToken', provisionConfigs: [failedProvisionConfig.value] },
}
