/** From the field examples of 004 Definitions, Trigger. */
export const createTriggerRequest = {
  summary: 'An OSS trigger that invokes the function for each new object',
  value: {
    triggerName: 'image_resize',
    triggerType: 'oss',
    sourceArn: 'acs:oss:cn-shanghai:12345:mybucket',
    invocationRole: 'acs:ram::1234567890:role/fc-test',
    qualifier: 'LATEST',
    triggerConfig: {
      events: ['oss:ObjectCreated:PutObject'],
      filter: { key: { prefix: 'images/', suffix: '.jpg' } },
    },
  },
}

export const createTimerRequest = {
  summary: 'A timer trigger, which needs neither sourceArn nor invocationRole',
  value: {
    triggerName: 'every_minute',
    triggerType: 'timer',
    triggerConfig: { cronExpression: '@every 1m', enable: true, payload: 'wake up' },
  },
}

export const updateTriggerRequest = {
  summary: 'A filter for other objects',
  value: {
    triggerConfig: {
      events: ['oss:ObjectCreated:PutObject'],
      filter: { key: { prefix: 'images/', suffix: '.png' } },
    },
  },
}

/** From the field examples of 004 Definitions, Trigger and TriggerResponse. */
export const trigger = {
  summary: 'A trigger',
  value: {
    ...createTriggerRequest.value,
    triggerId: '1f5c2a30-6f0e-4c52-9d38-0b7e4f6a8c15',
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T17:00:00.000+0000',
  },
}

export const updatedTrigger = {
  summary: 'The trigger after the update',
  value: { ...trigger.value, ...updateTriggerRequest.value },
}

export const triggers = {
  summary: 'A page of triggers, with a token for the next page',
  value: { triggers: [trigger.value], nextToken: 'aW1hZ2VfcmVzaXpl' },
}
