import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { instances } from '../examples/instance.ts'
import { ListInstancesOutput } from '../models/instance.ts'
import { instanceQuery } from '../models/instance-parameters.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListInstances. */
export const listInstances = operation({
  id: 'ListInstances',
  tag: 'Instance',
  summary: 'List the instances of a function',
  description: 'Lists the instances that run a function or can run it, for the same qualifier as in InvokeFunction.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/instances',
  source: definition,
  params: { path: { serviceName, functionName }, query: instanceQuery, header: headers },
  success: { 200: response(ListInstancesOutput, { description: 'The instances.', examples: { instances } }) },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound'],
})
