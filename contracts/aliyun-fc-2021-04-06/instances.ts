import { toCount } from '../../schemas/core/lib/count.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { findEntry, givenOne, givenPath, read } from '../checks/sample.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { provisionConfigSample as sample } from './config-samples.ts'
import { toReleased } from './released.ts'
import { functionSample } from './samples.ts'

const { listInstances, putProvisionConfig, getProvisionConfig, getAccountSettings } = aliyunFc20210406.operations

const core = { level: 'core' } as const

/** Provisioned instances, and the settings of the account. */
export const instanceChecks: readonly Check[] = [
  defineCheck('function-without-configuration-has-target-0', {
    operation: getProvisionConfig,
    level: 'extended',
    quirk: 'F27',
    clause: 'observed: without a configuration, target and current are 0 (quirk F27)',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states the response')
      const path = { ...(await givenPath(context, functionSample)), qualifier: 'LATEST' }
      const after = await context.target.send(getProvisionConfig, { path })
      context.expectFields(after, context.expectPresent(after), { target: 0, current: 0 }, 'absent-fails')
      const tag = readHeader(after.response, 'etag')
      if (tag === undefined) return
      const headers = { 'If-Match': tag }
      context.expectResponse(await context.target.send(putProvisionConfig, { path, body: { target: 0 }, headers }))
    },
  }),
  ...[putProvisionConfig, getProvisionConfig, aliyunFc20210406.operations.listProvisionConfigs].map((operation) =>
    defineCheck('instances-do-not-exceed-the-target', {
      ...core,
      operation,
      clause: 'FC-DEF PutProvisionConfig 200: target, current; FC-DEF GetProvisionConfig 200: target, current',
      async run(context) {
        for (const target of [1, 2]) {
          const { created, path, input } = await givenOne(context, sample, { target })
          const after = await read(context, sample, path)
          const { entry, page } = await findEntry(context, sample, input, 'LATEST')
          const shown = [
            [created, readObject(created)],
            [after, context.expectPresent(after)],
            [page, entry ?? {}],
          ] as const
          for (const [exchange, body] of shown.filter(([exchange]) => exchange.operation === operation)) {
            context.expectFields(exchange, body, { target }, 'absent-fails')
            const { current } = body
            const isPossible = typeof current === 'number' && current >= 0 && current <= target
            const finding = { expected: `current from 0 to ${target}`, actual: `current ${String(current)}` }
            context.expectThat(isPossible, finding, exchange)
          }
        }
      },
    }),
  ),
  defineCheck('names-of-actions-are-unique', {
    ...core,
    operation: putProvisionConfig,
    clause: 'FC-DEF ScheduledActions: name',
    async run(context) {
      const { path } = await givenOne(context, sample, {})
      const { scheduledActions } = sample.options
      const [action] = Array.isArray(scheduledActions) ? scheduledActions : []
      const body = { target: 0, scheduledActions: [action, action] }
      context.expectError(await context.target.send(putProvisionConfig, { path, body }), 'InvalidArgument')
    },
  }),
  defineCheck('invalid-schedule-is-rejected', {
    operation: putProvisionConfig,
    level: 'extended',
    quirk: 'F14',
    clause: 'observed: scheduleExpression is a time or a cron expression (quirk F14)',
    async run(context) {
      if (context.profile === 'documented') context.skip('no source states the response to other expressions')
      const { path } = await givenOne(context, sample, {})
      const { scheduledActions } = sample.options
      const [action] = Array.isArray(scheduledActions) ? scheduledActions : []
      const send = async (scheduleExpression: string) =>
        await context.target.send(putProvisionConfig, {
          path,
          body: { target: 0, scheduledActions: [{ ...action, scheduleExpression }] },
        })
      for (const expression of ['at(2090-13-45T10:10:10Z)', 'cron(every day)', 'daily', 'cron(0 0 20 * *', '']) {
        context.expectError(await send(expression), 'InvalidArgument')
      }
      for (const expression of ['at(2090-10-10T10:10:10Z)', 'cron(0 0 20 * * *)', 'cron(0/30 * * * *)']) {
        context.expectResponse(await send(expression))
      }
    },
  }),
  defineCheck('instances-are-selected', {
    ...core,
    operation: listInstances,
    clause: 'FC-DEF ListInstances, Query instanceIds, limit; FC-DEF ListInstances 200: instances',
    async run(context) {
      const { path } = await givenOne(context, sample, { target: 3 })
      await context.pause(1500)
      const list = async (query: Readonly<Record<string, number | readonly string[]>>) => {
        const exchange = await context.target.send(listInstances, { path, query })
        return { exchange, entries: readEntries(context.expectResponse(exchange), 'instances') }
      }
      const { exchange, entries } = await list({})
      if (entries.length < 3) context.skip('fewer than three instances run after more than a second')
      const ids = entries.map(({ instanceId }) => String(instanceId))
      const isUnique = new Set(ids).size === ids.length && !ids.includes('undefined')
      context.expectThat(isUnique, { expected: 'different instanceIds', actual: ids.join(', ') }, exchange)
      for (const entry of entries) context.expectFields(exchange, entry, { versionId: '0' }, 'absent-fails')
      for (const [query, expected] of [
        [{ instanceIds: ids.slice(0, 1) }, ids.slice(0, 1)],
        [{ instanceIds: ids.slice(1) }, ids.slice(1)],
        [{ instanceIds: [context.name()] }, []],
      ] as const) {
        const found = await list(query)
        const shown = found.entries.map(({ instanceId }) => String(instanceId))
        const finding = { expected: `the instances ${expected.join(', ')}`, actual: shown.join(', ') }
        context.expectThat(shown.toSorted().join() === expected.toSorted().join(), finding, found.exchange)
      }
      for (const limit of [1, 2]) {
        const found = await list({ limit })
        const finding = { expected: toCount(limit, 'instance'), actual: toCount(found.entries.length, 'instance') }
        context.expectThat(found.entries.length === limit, finding, found.exchange)
      }
      const idle = await givenPath(context, functionSample)
      const other = await context.target.send(listInstances, { path: idle, query: { instanceIds: ids } })
      const foreign = readEntries(context.expectResponse(other), 'instances')
      context.expectThat(
        foreign.length === 0,
        { expected: 'no instance of another function', actual: `${foreign.length}` },
        other,
      )
    },
  }),
  defineCheck('settings-have-the-documented-fields', {
    operation: getAccountSettings,
    level: 'core',
    clause: 'FC-DEF GetAccountSettings 200: availableAZs, defaultRole',
    async run(context) {
      const first = await context.target.send(getAccountSettings)
      const { availableAZs, defaultRole } = context.expectResponse(first)
      const zones = Array.isArray(availableAZs) ? availableAZs : []
      const isList =
        zones.length > 0 && zones.every((zone) => typeof zone === 'string' && /^[a-z]+-[a-z0-9-]+$/.test(zone))
      const isUnique = new Set(zones).size === zones.length
      context.expectThat(
        isList && isUnique,
        { expected: 'different zones', actual: JSON.stringify(availableAZs) },
        first,
      )
      const isRole = typeof defaultRole === 'string' && /^acs:ram::\d+:role\/[\w.@/-]+$/.test(defaultRole)
      context.expectThat(isRole, { expected: 'the name (ARN) of a role', actual: String(defaultRole) }, first)
      const again = await context.target.send(getAccountSettings)
      context.expectFields(again, context.expectResponse(again), { availableAZs, defaultRole }, 'absent-fails')
    },
  }),
].map(toReleased)
