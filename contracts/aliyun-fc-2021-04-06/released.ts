import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path } from '../core/resource-path.ts'

const { getProvisionConfig, putProvisionConfig } = aliyunFc20210406.operations

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
        // The cleanup reports a function that remains.
        for (const path of places.values()) await release(context, path).catch(() => undefined)
      }
    },
  }
}

/** Instances may need some time to end, in milliseconds. */
const [pollMs, longestMs] = [250, 10_000]

async function release({ target: { send }, pause }: CoreContext, path: Path): Promise<void> {
  await send(putProvisionConfig, { path, body: nothing })
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += pollMs) {
    const { current } = readObject(await send(getProvisionConfig, { path }))
    if (typeof current !== 'number' || current <= 0) return
    await pause(pollMs)
  }
}
