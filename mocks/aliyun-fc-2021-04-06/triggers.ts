import type { z } from 'zod'
import { dialect } from '../../schemas/aliyun-fc-2021-04-06/dialect.ts'
import type { Trigger } from '../../schemas/aliyun-fc-2021-04-06/models/trigger.ts'
import { toTriggerConfigIssues } from '../../schemas/aliyun-fc-2021-04-06/models/trigger-config.ts'
import { parseJson } from '../../schemas/core/lib/json.ts'
import { latest } from '../aliyun-fc/lookup.ts'
import type { StoredTrigger } from '../aliyun-fc/stored.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { toIssueText } from '../core/issues.ts'

type Config = StoredTrigger['settings']['triggerConfig']

/** The settings in a text of a request. The model requires the text of an object. */
export function readTriggerConfig(text: string): Config {
  return parseJson(text) as Config
}

/** The settings of an update. An update does not change the type of a source of EventBridge. */
export function readTriggerChange(text: string, { triggerType, triggerConfig }: StoredTrigger['settings']): Config {
  const change = readTriggerConfig(text)
  const [given, before] = [change.eventSourceConfig, triggerConfig.eventSourceConfig]
  if (triggerType !== 'eventbridge' || !isObject(given) || !isObject(before)) return change
  return { ...change, eventSourceConfig: { ...given, eventSourceType: before.eventSourceType } }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Rejects settings that are invalid for the type of the trigger, for example because an update changed only some. */
export function refuseInvalidConfig(
  { triggerType, triggerConfig }: StoredTrigger['settings'],
  apiError: ApiErrorOf<'InvalidArgument'>,
): void {
  const issues = toTriggerConfigIssues(triggerType, triggerConfig)
  if (issues.length === 0) return
  const found = issues.map((issue) => ({ ...issue, path: ['triggerConfig', ...issue.path] }))
  throw apiError('InvalidArgument', toIssueText(found, { triggerConfig }, 'body'))
}

/** A trigger in a response. Only HTTP triggers have URLs (D13). */
export function toTriggerResponse(
  { serviceName, functionName }: { readonly serviceName: string; readonly functionName: string },
  { settings, triggerId, createdTime, lastModifiedTime }: StoredTrigger,
): z.input<typeof Trigger> {
  const { triggerConfig, triggerType, ...others } = settings
  const isHttp = triggerType === 'http'
  return {
    triggerId,
    description: '',
    ...others,
    triggerType,
    triggerConfig: JSON.stringify(triggerConfig),
    ...(isHttp && toUrls(`${serviceName}-${functionName}-${triggerId.slice(0, 8)}`)),
    ...(triggerType === 'eventbridge' && triggerConfig.triggerEnable !== false && { status: 'RUNNING' }),
    targetArn: `acs:fc:${region}:${accountId}:services/${serviceName}.${others.qualifier ?? latest}/functions/${functionName}`,
    createdTime,
    lastModifiedTime,
  }
}

function toUrls(domainName: string) {
  return {
    domainName,
    urlInternet: `https://${domainName}.${region}.fcapp.run`,
    urlIntranet: `https://${domainName}.${region}-vpc.fcapp.run`,
  }
}

const { variables } = dialect.server
const [region, accountId] = [variables.region?.default ?? '', variables.accountId?.default ?? '']
