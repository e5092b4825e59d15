import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { givenPath } from '../checks/sample.ts'
import type { CoreContext } from '../core/context.ts'
import type { Exchange } from '../core/http/exchange.ts'
import type { Path } from '../core/resource-path.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { functionSample } from './samples.ts'

const { invokeFunction, getStatefulAsyncInvocation } = aliyunFc20210406.operations

export const event = '{"key":"value of a task"}'

/** Starts a task of the function at this path, and returns the path of the task. */
export async function startTask(context: CoreContext, path: Path, invocationId: string): Promise<Path> {
  await context.given(sendTask(context, path, invocationId))
  return { ...path, invocationId }
}

/** The invocation that starts a task with this id. */
export async function sendTask(context: CoreContext, path: Path, invocationId: string): Promise<Exchange> {
  const headers = {
    'X-Fc-Invocation-Type': 'Async',
    'X-Fc-Stateful-Async-Invocation-Enable': 'true',
    'X-Fc-Stateful-Async-Invocation-Id': invocationId,
  }
  return await context.target.send(invokeFunction, { path, headers, rawBody: event })
}

/** A task of a new function that has just been accepted. */
export async function givenTask(context: CoreContext): Promise<Path> {
  return await startTask(context, await givenPath(context, functionSample), context.name())
}

/** A task that has ended. The check is skipped if the task takes too long. */
export async function givenEndedTask(context: CoreContext): Promise<Path> {
  const path = await givenTask(context)
  for (let reads = 0; reads < 10; reads += 1) {
    await context.pause(200)
    const task = readObject(await context.given(context.target.send(getStatefulAsyncInvocation, { path })))
    if (task.endTime !== undefined) return path
  }
  return context.skip('the task has not ended after two seconds')
}
