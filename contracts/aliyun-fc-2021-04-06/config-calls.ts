import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Call } from '../checks/calls.ts'
import { givenPath } from '../checks/sample.ts'
import type { CoreContext } from '../core/context.ts'
import type { Input } from '../core/http/wire-request.ts'
import { functionSample, serviceSample } from './samples.ts'

const { operations } = aliyunFc20210406

type Arrange = (context: CoreContext) => Promise<Input>

const ofFunction =
  (rest: Input = {}): Arrange =>
  async (context) => ({ path: await givenPath(context, functionSample), ...rest })

const ofService =
  (rest: Input = {}): Arrange =>
  async (context) => ({ path: await givenPath(context, serviceSample), ...rest })

/** A request without path that names a new service. */
const ofResource =
  (toInput: (resourceArn: string) => Input): Arrange =>
  async (context) =>
    toInput(`services/${(await givenPath(context, serviceSample)).serviceName}`)

/** The request for something that another request of the same path and query stored. */
const after =
  (put: Operation, arrange: Arrange, keep: (input: Input) => Input): Arrange =>
  async (context) => {
    const input = await arrange(context)
    await context.given(context.target.send(put, input))
    return keep(input)
  }

const withoutBody = ({ body: _, ...input }: Input): Input => input

const latest = { qualifier: 'LATEST' }
const asyncInvoke = ofFunction({ body: { maxAsyncRetryAttempts: 1 } })
const onDemand = ofFunction({ query: latest, body: { maximumInstanceCount: 10 } })
// Provisioned instances cost money, and a function that has some cannot be deleted.
const provision = ofFunction({ query: latest, body: { target: 0 } })
const vpcId = 'vpc-8vbil23y4v3i6ngdmdx1d'
const binding = ofService({ body: { vpcId } })

/** A call of each operation on tags, configurations and VPC bindings. No resource names these operations. */
export const configCalls: readonly Call[] = [
  {
    operation: operations.tagResource,
    arrange: ofResource((resourceArn) => ({ body: { resourceArn, tags: { k1: 'v1' } } })),
  },
  { operation: operations.untagResource, arrange: ofResource((resourceArn) => ({ body: { resourceArn, all: true } })) },
  { operation: operations.getResourceTags, arrange: ofResource((resourceArn) => ({ query: { resourceArn } })) },
  { operation: operations.listTaggedResources, arrange: async () => ({}) },
  { operation: operations.putFunctionAsyncInvokeConfig, arrange: asyncInvoke },
  {
    operation: operations.getFunctionAsyncInvokeConfig,
    arrange: after(operations.putFunctionAsyncInvokeConfig, asyncInvoke, withoutBody),
  },
  {
    operation: operations.deleteFunctionAsyncInvokeConfig,
    arrange: after(operations.putFunctionAsyncInvokeConfig, asyncInvoke, withoutBody),
  },
  { operation: operations.listFunctionAsyncInvokeConfigs, arrange: ofFunction() },
  { operation: operations.putFunctionOnDemandConfig, arrange: onDemand },
  {
    operation: operations.getFunctionOnDemandConfig,
    arrange: after(operations.putFunctionOnDemandConfig, onDemand, withoutBody),
  },
  {
    operation: operations.deleteFunctionOnDemandConfig,
    arrange: after(operations.putFunctionOnDemandConfig, onDemand, withoutBody),
  },
  { operation: operations.listOnDemandConfigs, arrange: async () => ({}) },
  { operation: operations.putProvisionConfig, arrange: provision },
  { operation: operations.getProvisionConfig, arrange: ofFunction({ query: latest }) },
  { operation: operations.listProvisionConfigs, arrange: async () => ({}) },
  { operation: operations.createVpcBinding, arrange: binding },
  {
    operation: operations.deleteVpcBinding,
    arrange: after(operations.createVpcBinding, binding, (input) => ({ path: { ...input.path, vpcId } })),
  },
  { operation: operations.listVpcBindings, arrange: ofService() },
]
