import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Call } from '../checks/calls.ts'
import { givenOne, givenPath } from '../checks/sample.ts'
import type { CoreContext } from '../core/context.ts'
import { layerVersionSample } from './account-samples.ts'
import { functionSample } from './samples.ts'
import { givenTask } from './tasks.ts'

const { operations } = aliyunFc20210406

const ofAccount = [
  operations.listLayers,
  operations.listStatefulAsyncInvocationFunctions,
  operations.getAccountSettings,
  operations.listReservedCapacities,
]

/** A call of each operation on layers, tasks, instances and the account that no resource names. */
export const accountCalls: readonly Call[] = [
  ...ofAccount.map((operation) => ({ operation, arrange: async () => ({}) })),
  {
    operation: operations.putLayerAcl,
    arrange: async (context) => ({ path: await givenLayer(context), query: { public: true } }),
  },
  ...[operations.listStatefulAsyncInvocations, operations.listInstances].map((operation) => ({
    operation,
    arrange: async (context: CoreContext) => ({ path: await givenPath(context, functionSample) }),
  })),
  ...[operations.getStatefulAsyncInvocation, operations.stopStatefulAsyncInvocation].map((operation) => ({
    operation,
    arrange: async (context: CoreContext) => ({ path: await givenTask(context) }),
  })),
]

async function givenLayer(context: CoreContext) {
  const { layerName = '' } = (await givenOne(context, layerVersionSample)).path
  return { layerName }
}
