/** From FC-DEF RegisterEventSource. */
export const eventSourceInput = {
  summary: 'A target of an event bus',
  value: { sourceArn: 'acs:eventbridge:cn-shanghai:123456:eventbus/mns-test/rule/fc-test1/target/abc' },
}

export const eventSource = {
  summary: 'A registered event source',
  value: { ...eventSourceInput.value, createdTime: '2016-08-15T16:06:05.000+0000' },
}

export const eventSources = { summary: 'One event source', value: { eventSources: [eventSource.value] } }
