/** The samples of FC-DEF CreateTrigger. */
export const createTriggerRequest = {
  summary: 'An OSS trigger that invokes the function for each new object',
  value: {
    triggerName: 'oss_create_object_demo',
    triggerType: 'oss' as const,
    sourceArn: 'acs:oss:cn-shanghai:12345:mybucket',
    invocationRole: 'acs:ram::1234567890:role/fc-test',
    qualifier: 'LATEST',
    triggerConfig: '{"events":["oss:ObjectCreated:*"],"filter":{"key":{"prefix":"/prefix","suffix":".zip"}}}',
    description: 'trigger for test',
  },
}

export const createTimerRequest = {
  summary: 'A timer trigger, which needs neither sourceArn nor invocationRole',
  value: {
    triggerName: 'every_four_minutes',
    triggerType: 'timer' as const,
    triggerConfig: '{"cronExpression":"@every 4m","enable":true,"payload":"wake up"}',
  },
}

export const createHttpTriggerRequest = {
  summary: 'An HTTP trigger for signed GET and POST requests',
  value: {
    triggerName: 'web',
    triggerType: 'http' as const,
    triggerConfig: '{"authType":"function","methods":["GET","POST"],"disableURLInternet":false}',
  },
}

export const updateTriggerRequest = {
  summary: 'A filter for other objects',
  value: {
    triggerConfig: '{"events":["oss:ObjectCreated:*"],"filter":{"key":{"prefix":"/prefix","suffix":".png"}}}',
  },
}

const dates = { createdTime: '2022-10-20T02:52:03Z', lastModifiedTime: '2022-10-20T03:17:09Z' }

export const trigger = {
  summary: 'A trigger',
  value: {
    triggerId: '3e270f2f-cef2-421a-bc86-ff4e8088476a',
    ...createTriggerRequest.value,
    targetArn: 'acs:fc::1234567890:services/demo-service.LATEST/functions/demo-function',
    ...dates,
  },
}

export const httpTrigger = {
  summary: 'An HTTP trigger',
  value: {
    triggerId: '5a8c2f10-7d3e-4b9a-8c61-0e4f7a2b9d35',
    ...createHttpTriggerRequest.value,
    qualifier: 'LATEST',
    description: '',
    domainName: 'demo-service-demo-function-jkhksh',
    urlInternet: 'https://demo-service-demo-function-jkhksh.cn-hangzhou.fcapp.run',
    urlIntranet: 'https://demo-service-demo-function-jkhksh.cn-hangzhou-vpc.fcapp.run',
    ...dates,
  },
}

export const updatedTrigger = {
  summary: 'The trigger after the update',
  value: { ...trigger.value, ...updateTriggerRequest.value },
}

export const triggers = {
  summary: 'A page of triggers, with a token for the next page',
  value: { triggers: [trigger.value, httpTrigger.value], nextToken: 'f-trigger' },
}
