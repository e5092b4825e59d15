export const onDemandConfigInput = { summary: 'At most ten instances', value: { maximumInstanceCount: 10 } }

/** From FC-DEF PutFunctionOnDemandConfig 200, with the resource in the form of real servers (F9). */
export const onDemandConfig = {
  summary: 'The limit of an alias',
  value: { resource: 'services/demo-service.prod/functions/demo-function', maximumInstanceCount: 10 },
}

export const onDemandConfigs = {
  summary: 'A page of limits, with a token for the next page',
  value: { configs: [onDemandConfig.value], nextToken: 'c2VydmljZXMvYQ' },
}
