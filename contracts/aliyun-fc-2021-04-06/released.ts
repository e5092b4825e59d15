import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Check } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path } from '../core/resource-path.ts'

const { putProvisionConfig } = aliyunFc20210406.operations

/** Nothing runs, and nothing will. */
const nothing = { target: 0, scheduledActions: [], targetTrackingPolicies: [] }

/**
 * The check, and the release of the instances that it provisioned. They cost money, and a function that has some cannot be
 * deleted.
 */
export function toReleased(check: Check): Check {
  return {
    ...check,
    async run(context) {
      const places = new Map<string, Path>()
      const { send } = context.target
      const watched: CoreContext['target'] = {
        ...context.target,
        async send(operation, input) {
          if (operation.id === putProvisionConfig.id && input?.path)
            places.set(JSON.stringify(input.path), { ...input.path })
          return await send(operation, input)
        },
      }
      try {
        await check.run({ ...context, target: watched })
      } finally {
        for (const path of places.values()) {
          // The cleanup reports a function that remains.
          await send(putProvisionConfig, { path, body: nothing }).catch(() => undefined)
        }
      }
    },
  }
}
