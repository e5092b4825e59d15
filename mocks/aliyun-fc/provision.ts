import type { z } from 'zod'
import type { ScheduledActions, TargetTrackingPolicies } from '../../schemas/aliyun-fc/models/scaling.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { toConfigs } from './configs.ts'
import type { StoredProvisionConfig } from './stored-configs.ts'
import { type Cron, findLatestMatch, readCron } from './cron.ts'
import type { StoredService } from './stored.ts'

type Action = z.output<typeof ScheduledActions>
type Policy = z.output<typeof TargetTrackingPolicies>

/** The numbers of provisioned instances: wanted and running. */
export interface Instances {
  readonly target: number
  readonly current: number
}

/** The ETag of a function without a configuration, so that If-Match can prevent an overwritten creation. */
export const initialEtag = '0'.repeat(32)

/** Function Compute applies scheduled actions and policies once a minute. */
const roundMs = 60_000

/** Instances that start or stop in a second: 300 in a minute, the documented growth rate of large regions. */
const instancesPerSecond = 5

/** Rounds after which every number of instances is reached. */
const longestMove = Math.ceil(10_000 / instancesPerSecond / (roundMs / 1000))

/**
 * The instances at a time. The number of running instances follows the target with a fixed speed. Each round sets the
 * target of the scheduled action that matched last, within the capacities of the policies. Nothing is measured, so a
 * policy only limits the target.
 */
export function toInstances(config: StoredProvisionConfig, now: number): Instances {
  const { settings, changedAt, currentAtChange } = config
  const toTarget = toTargetAt(settings)
  const [first, last] = [Math.floor(changedAt / roundMs) + 1, Math.floor(now / roundMs)]
  let [time, target, current] = [changedAt, settings.target, currentAtChange]
  const start = Math.max(first, last - longestMove)
  if (start > first) {
    time = (start - 1) * roundMs
    target = toTarget(time)
    current = target
  }
  for (let round = start; round <= last; round += 1) {
    const next = round * roundMs
    current = move(current, target, next - time)
    time = next
    target = toTarget(next)
  }
  return { target, current: move(current, target, now - time) }
}

function move(current: number, target: number, elapsedMs: number): number {
  const most = Math.floor((elapsedMs / 1000) * instancesPerSecond)
  return target > current ? Math.min(target, current + most) : Math.max(target, current - most)
}

type Settings = StoredProvisionConfig['settings']

function toTargetAt({
  target,
  scheduledActions = [],
  targetTrackingPolicies = [],
}: Settings): (time: number) => number {
  const actions = scheduledActions.map((action) => ({
    action,
    schedule: readSchedule(action.scheduleExpression ?? ''),
  }))
  return (time) => {
    let latest = { time: Number.NEGATIVE_INFINITY, target }
    for (const { action, schedule } of actions) {
      if (!schedule || action.target === undefined || !applies(action, time)) continue
      const match = toLatestMatch(schedule, { since: toStart(action), until: time })
      if (match !== undefined && match >= latest.time) latest = { time: match, target: action.target }
    }
    return targetTrackingPolicies.filter((policy) => applies(policy, time)).reduce(limit, latest.target)
  }
}

function limit(target: number, { minCapacity = 0, maxCapacity = Number.POSITIVE_INFINITY }: Policy): number {
  return Math.min(Math.max(target, minCapacity), maxCapacity)
}

function applies(rule: Action | Policy, time: number): boolean {
  return toStart(rule) <= time && (rule.endTime === undefined || time <= Date.parse(rule.endTime))
}

function toStart({ startTime }: Action | Policy): number {
  return startTime === undefined ? Number.NEGATIVE_INFINITY : Date.parse(startTime)
}

/** One time in milliseconds since 1970, or a cron expression. */
type Schedule = number | Cron

/** Reads `at(2020-10-10T10:10:10Z)` or `cron(0 *\/30 * * * *)`. A cron expression without seconds has five fields. */
function readSchedule(expression: string): Schedule | undefined {
  const [, kind, text = ''] = /^(at|cron)\((.*)\)$/.exec(expression) ?? []
  if (kind === 'cron') return readCron(text) ?? readCron(`0 ${text}`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

function toLatestMatch(schedule: Schedule, span: { since: number; until: number }): number | undefined {
  if (typeof schedule !== 'number') return findLatestMatch(schedule, span)
  return schedule >= span.since && schedule <= span.until ? schedule : undefined
}

/** Rejects rules that no schema can reject. */
export function refuseInvalidRules(
  { scheduledActions = [], targetTrackingPolicies = [] }: Partial<Settings>,
  apiError: ApiErrorOf<'InvalidArgument'>,
): void {
  for (const [index, { scheduleExpression }] of scheduledActions.entries()) {
    if (scheduleExpression === undefined || readSchedule(scheduleExpression) !== undefined) continue
    throw apiError(
      'InvalidArgument',
      `scheduledActions[${index}].scheduleExpression: must be a time or a cron expression, such as 'at(2020-10-10T10:10:10Z)' or 'cron(0 */30 * * * *)'`,
    )
  }
  refuseRepeatedNames('scheduledActions', scheduledActions, apiError)
  refuseRepeatedNames('targetTrackingPolicies', targetTrackingPolicies, apiError)
  const times = [
    ...scheduledActions.map((rule, index) => [`scheduledActions[${index}]`, rule] as const),
    ...targetTrackingPolicies.map((rule, index) => [`targetTrackingPolicies[${index}]`, rule] as const),
  ]
  for (const [field, rule] of times) {
    for (const name of ['startTime', 'endTime'] as const) {
      const text = rule[name]
      if (text === undefined || !Number.isNaN(Date.parse(text))) continue
      throw apiError('InvalidArgument', `${field}.${name}: must be a time that exists`)
    }
  }
}

function refuseRepeatedNames(
  field: string,
  rules: readonly (Action | Policy)[],
  apiError: ApiErrorOf<'InvalidArgument'>,
): void {
  const names = rules.map(({ name }) => name)
  const repeated = names.findIndex((name, index) => name !== undefined && names.indexOf(name) < index)
  if (repeated < 0) return
  throw apiError('InvalidArgument', `${field}[${repeated}].name: '${names[repeated]}' occurs more than once`)
}

/** Whether a configuration has an effect, now or later. */
export function isActive(config: StoredProvisionConfig, now: number): boolean {
  const { scheduledActions = [], targetTrackingPolicies = [] } = config.settings
  const { target, current } = toInstances(config, now)
  return target > 0 || current > 0 || scheduledActions.length > 0 || targetTrackingPolicies.length > 0
}

/** Rejects the deletion of a function or of an alias that still has provisioned instances. */
export function refuseProvisioned(
  service: StoredService,
  { qualifier, functionName }: { readonly qualifier: string; readonly functionName?: string },
  now: number,
  apiError: ApiErrorOf<'ProvisionConfigExist'>,
): void {
  for (const [name, qualifiers] of toConfigs(service).functions.entries()) {
    if (functionName !== undefined && functionName !== name) continue
    const config = qualifiers.get(qualifier)?.provision
    if (!config || !isActive(config, now)) continue
    throw apiError('ProvisionConfigExist', `function '${name}' still has provisioned instances for '${qualifier}'`)
  }
}
