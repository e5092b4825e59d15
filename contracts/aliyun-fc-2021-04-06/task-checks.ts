import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toResponseFields } from '../../schemas/core/fields.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { readDocumented } from '../checks/readings.ts'
import { fail, toText } from '../core/assertions/expect.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { isSameValue } from '../core/judge/is-same-value.ts'
import { findTask } from './task-lists.ts'
import { event, givenEndedTask, givenTask, sendTask, startTask } from './tasks.ts'

const {
  getStatefulAsyncInvocation: reading,
  listStatefulAsyncInvocations: list,
  stopStatefulAsyncInvocation: stop,
  invokeFunction,
} = aliyunFc20210406.operations

const notFound = 'StatefulAsyncInvocationNotFound'

/** Asynchronous tasks: what a read and a list show, and how a task is stopped. */
export const taskChecks: readonly Check[] = [
  defineCheck('task-shows-its-invocation', {
    operation: reading,
    level: 'core',
    clause: 'FC-DEF GetStatefulAsyncInvocation 200: functionName, serviceName, invocationId, invocationPayload',
    async run(context) {
      const path = await givenTask(context)
      const after = await context.target.send(reading, { path })
      const expected = { ...path, qualifier: 'LATEST', invocationPayload: event }
      context.expectFields(after, context.expectPresent(after), expected, 'absent-fails')
    },
  }),
  ...[reading, list].map((operation) =>
    defineCheck('read-and-list-show-the-same-task', {
      operation,
      level: 'core',
      clause: 'FC-DEF GetStatefulAsyncInvocation 200; FC-DEF ListStatefulAsyncInvocations 200: invocations',
      async run(context) {
        const first = await givenEndedTask(context)
        const second = await givenEndedTask(context)
        for (const path of [first, second]) {
          const read = await context.given(context.target.send(reading, { path }))
          const { exchange, entry } = await findTask(context, path, { includePayload: true })
          const shown = [
            [read, readDocumented(read)],
            [exchange, toDocumented(entry)],
          ] as const
          for (const [index, [one, body]] of shown.entries()) {
            const other = shown[1 - index]?.[1] ?? {}
            const absent = Object.keys(other).filter((name) => body[name] === undefined)
            if (absent.length > 0) blame(one, `${absent.join(', ')} of an ended task`, 'no such field')
          }
          const values = readDocumented(read)
          const names = Object.keys(values).filter((name) => name in entry && !isSameValue(values[name], entry[name]))
          const toValues = (body: JsonObject) => names.map((name) => `${name} ${toText(body[name])}`).join(', ')
          const [own, others] = operation === reading ? [values, entry] : [entry, values]
          const finding = { expected: toValues(others), actual: toValues(own) }
          context.expectThat(names.length === 0, finding, operation === reading ? read : exchange)
        }
      },
    }),
  ),
  defineCheck('events-and-times-are-in-order', {
    operation: reading,
    level: 'core',
    clause: 'FC-DEF GetStatefulAsyncInvocation 200: events, startedTime, endTime',
    async run(context) {
      const path = await givenEndedTask(context)
      const read = await context.target.send(reading, { path })
      const { events, startedTime, endTime, status } = context.expectPresent(read)
      const times = Array.isArray(events) ? events.map(({ timestamp }) => Number(timestamp)) : []
      const all = [Number(startedTime), ...times, Number(endTime)]
      const isOrdered = all.every((time, index) => index === 0 || time >= (all[index - 1] ?? 0))
      context.expectThat(isOrdered, { expected: 'times in order', actual: all.join(', ') }, read)
      const now = Date.now()
      const isNow = Math.abs(now - Number(startedTime)) < 86_400_000
      context.expectThat(isNow, { expected: `a startedTime near ${now}`, actual: String(startedTime) }, read)
      const last = Array.isArray(events) ? events.at(-1)?.status : status
      context.expectThat(last === status, { expected: `status ${last}`, actual: `status ${status}` }, read)
    },
  }),
  defineCheck('running-task-is-stopped', {
    operation: stop,
    level: 'core',
    clause: 'FC-DEF StopStatefulAsyncInvocation 200; FC-DEF GetStatefulAsyncInvocation 200: status',
    async run(context) {
      const path = await givenTask(context)
      const other = await startTask(context, path, context.name())
      const stopped = await context.target.send(stop, { path })
      if (stopped.response.status === 412) context.skip('the task ended too soon')
      context.expectResponse(stopped)
      await context.pause(300)
      const read = await context.target.send(reading, { path })
      const { status } = context.expectPresent(read)
      const isStopped = status === 'Stopped' || status === 'Stopping'
      context.expectThat(isStopped, { expected: 'status Stopping or Stopped', actual: `status ${status}` }, read)
      const kept = await context.target.send(reading, { path: other })
      const isKept = !['Stopping', 'Stopped'].includes(String(context.expectPresent(kept).status))
      context.expectThat(isKept, { expected: 'another task continues', actual: 'it is stopped, too' }, kept)
    },
  }),
  defineCheck('ended-task-is-not-stopped', {
    operation: stop,
    level: 'extended',
    quirk: 'E27',
    clause: 'observed: StopStatefulAsyncInvocation rejects a task that has ended (quirk E27)',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states the response')
      const path = await givenEndedTask(context)
      context.expectError(await context.target.send(stop, { path }), 'StatefulAsyncInvocationAlreadyCompleted')
    },
  }),
  ...[reading, stop].map((operation) =>
    defineCheck('missing-task-is-rejected', {
      operation,
      level: 'core',
      clause: `${toCitation(operation.source)}, Path invocationId (the status and its code are observed)`,
      async run(context) {
        const path = await givenTask(context)
        const sent = await context.target.send(operation, { path: { ...path, invocationId: context.name() } })
        context.expectError(sent, notFound)
      },
    }),
  ),
  defineCheck('repeated-task-id-is-rejected', {
    operation: invokeFunction,
    feature: reading.tag,
    level: 'extended',
    clause: 'observed: InvokeFunction rejects the id of a task that exists',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states the response')
      const { invocationId = '', ...path } = await givenTask(context)
      context.expectError(await sendTask(context, path, invocationId), 'StatefulAsyncInvocationAlreadyExists')
    },
  }),
]

/** The fields of a task that the source states. A target may return others. */
function toDocumented(entry: JsonObject): JsonObject {
  const known = toResponseFields(reading)
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name in known))
}

/** Reports a fault of the response of this operation. */
function blame(exchange: Exchange, expected: string, actual: string): never {
  const { operation } = exchange
  return fail(
    { operation: operation.id, clause: `${toCitation(operation.source)} 200` },
    { expected, actual },
    exchange,
  )
}
