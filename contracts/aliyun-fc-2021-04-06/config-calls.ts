import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Call } from '../checks/calls.ts'
import { givenPath } from '../checks/sample.ts'
import type { CoreContext } from '../core/context.ts'
import type { Input } from '../core/http/wire-request.ts'
import { serviceSample } from './samples.ts'

const { operations } = aliyunFc20210406

type Arrange = (context: CoreContext) => Promise<Input>

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

const vpcId = 'vpc-8vbil23y4v3i6ngdmdx1d'
const binding = ofService({ body: { vpcId } })

/** A call of each operation on tags and VPC bindings. No resource names these operations. */
export const configCalls: readonly Call[] = [
  {
    operation: operations.tagResource,
    arrange: ofResource((resourceArn) => ({ body: { resourceArn, tags: { k1: 'v1' } } })),
  },
  { operation: operations.untagResource, arrange: ofResource((resourceArn) => ({ body: { resourceArn, all: true } })) },
  { operation: operations.getResourceTags, arrange: ofResource((resourceArn) => ({ query: { resourceArn } })) },
  { operation: operations.listTaggedResources, arrange: async () => ({}) },
  { operation: operations.createVpcBinding, arrange: binding },
  {
    operation: operations.deleteVpcBinding,
    arrange: after(operations.createVpcBinding, binding, (input) => ({ path: { ...input.path, vpcId } })),
  },
  { operation: operations.listVpcBindings, arrange: ofService() },
]
