/** The sample of FC-DEF GetStatefulAsyncInvocation, with times in milliseconds (E22) and without the beta field (E25). */
export const task = {
  summary: 'A task that runs',
  value: {
    functionName: 'functionName',
    serviceName: 'serviceName',
    qualifier: 'LATEST',
    invocationId: 'cxxdfd',
    status: 'Running' as const,
    startedTime: 1647420449721,
    invocationPayload: '{"key1":"value1","key2":"value2"}',
    alreadyRetriedTimes: 0,
    requestId: 'ABA740D4-4BA6-5293-9FD1-882707EADC37',
    instanceId: 'D4-4BA6-5293-9FD1-882707E',
    events: [
      { eventId: 1, status: 'Enqueued' as const, timestamp: 1647420449721 },
      { eventId: 2, status: 'Running' as const, timestamp: 1647420449821 },
    ],
  },
}

/** The same sample, for a task that failed. */
export const failedTask = {
  summary: 'A task that failed after three retries',
  value: {
    ...task.value,
    status: 'Failed' as const,
    startedTime: 1633449590000,
    endTime: 1633449599000,
    destinationStatus: 'Succeeded',
    invocationErrorMessage: 'UnhandledInvocationError',
    alreadyRetriedTimes: 3,
    events: [
      { eventId: 1, status: 'Enqueued' as const, timestamp: 1633449590000 },
      {
        eventId: 2,
        status: 'Failed' as const,
        timestamp: 1633449599000,
        eventDetail: '{"Error":"UnhandledInvocationError"}',
      },
    ],
    durationMs: 100,
    returnPayload: 'my-result',
  },
}

export const tasks = {
  summary: 'A page of tasks, with a token for the next page',
  value: { nextToken: '8bj81uI8n', invocations: [task.value] },
}

export const taskFunctions = {
  summary: 'A page of functions, with a token for the next page',
  value: {
    nextToken: 'ZGVtby1zZXJ2aWNl',
    data: [{ serviceName: 'serviceName', functionName: 'functionName', qualifier: 'LATEST' }],
  },
}
