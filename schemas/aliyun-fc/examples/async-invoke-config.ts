const settings = {
  destinationConfig: {
    onSuccess: { destination: 'acs:fc:cn-shanghai:1880770869021234:services/s1/functions/f1' },
    onFailure: { destination: 'acs:mns:cn-shanghai:123:/queues/xxx/messages' },
  },
  maxAsyncEventAgeInSeconds: 300,
  maxAsyncRetryAttempts: 3,
  statefulInvocation: true,
}

/** From the field examples of FC-DEF PutFunctionAsyncInvokeConfig. */
export const asyncInvokeConfigInput = { summary: 'Two destinations, with stateful invocations', value: settings }

export const asyncInvokeConfig = {
  summary: 'The configuration of an alias',
  value: {
    createdTime: '2020-09-10T02:45:02Z',
    ...settings,
    function: 'helloworld',
    lastModifiedTime: '2020-09-10T02:45:02Z',
    qualifier: 'test',
    service: 'demo-service',
  },
}

export const asyncInvokeConfigs = {
  summary: 'A page of configurations, with a token for the next page',
  value: { configs: [asyncInvokeConfig.value], nextToken: 'caeba0be03f84eb48b699f0a4883' },
}
