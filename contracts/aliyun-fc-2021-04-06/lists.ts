import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { layer } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import { toPagedListChecks } from '../checks/crud/checks.ts'
import type { List, Listed } from '../checks/crud/lists.ts'
import { toPageChecks, toSelectionChecks } from '../checks/crud/pagination.ts'
import { givenOne, givenPath, type Sample } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Check } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path } from '../core/resource-path.ts'
import { layerVersionSample } from './account-samples.ts'
import { asyncInvokeConfigSample, onDemandConfigSample, provisionConfigSample } from './config-samples.ts'
import { toReleased } from './released.ts'
import { rules } from './rules.ts'
import { aliasSample, functionSample, versionSample } from './samples.ts'
import { startTask } from './tasks.ts'

const { operations } = api
const byPrefix = { token: 'nextToken', limit: 'limit', prefix: 'prefix', startKey: 'startKey' }
const bySize = { token: 'nextToken', limit: 'limit' }

/** The first version creates a layer, and the deletion of the last one removes the layer. */
const layers: List = {
  operation: operations.listLayers,
  resource: layer,
  entries: 'layers',
  key: 'layerName',
  paging: byPrefix,
  async arrange(context, words) {
    const base = context.name()
    const toName = (word: string) => `${base}-${word}`
    const make = async (layerName: string) => void (await givenOne(context, layerVersionSample, {}, { layerName }))
    for (const word of words) await make(toName(word))
    return {
      query: { prefix: base },
      names: words.map(toName),
      base,
      toName,
      add: () => make(toName('a0')),
      async remove(layerName) {
        const path = { layerName, version: '1' }
        await context.given(context.target.send(operations.deleteLayerVersion, { path }))
      },
    }
  },
}

/** A list of the configurations of one function. Each entry belongs to an alias. */
function toConfigList(
  { resource, body }: Sample,
  spec: Pick<List, 'key' | 'paging'> & Partial<List> & { readonly fields?: JsonObject },
  /** The key of the entry of an alias, and what selects the entries of the function. */
  toEntries: (path: Path) => { readonly toKey: (alias: string) => string; readonly query: Listed['query'] },
): List {
  const { create, list, entries = '', remove } = resource
  if (!create || !list) throw new TypeError(`no operation lists a ${resource.name}`)
  const { fields = {}, ...rest } = spec
  return {
    operation: list,
    resource,
    entries,
    async arrange(context, words) {
      const path = await givenPath(context, functionSample)
      const { serviceName = '' } = path
      const { versionId } = (await givenOne(context, versionSample, {}, { serviceName })).path
      const base = context.name()
      const { toKey, query } = toEntries(path)
      const aliases = new Map<string, string>()
      const put = async (operation: Operation, qualifier: string, sent?: JsonObject) =>
        await context.given(
          context.target.send(operation, { path: { ...path, qualifier }, ...(sent && { body: sent }) }),
        )
      const make = async (word: string) => {
        const aliasName = `${base}-${word}`
        aliases.set(toKey(aliasName), aliasName)
        await givenOne(context, aliasSample, { aliasName, versionId }, { serviceName })
        await put(create, aliasName, await body?.(context, fields, path))
      }
      for (const word of words) await make(word)
      return {
        path,
        query,
        names: [...aliases.keys()],
        base: toKey(base).slice(0, toKey(base).indexOf(base) + base.length),
        toName: (word) => toKey(`${base}-${word}`),
        add: () => make('a0'),
        async remove(name) {
          const alias = aliases.get(name) ?? ''
          if (remove) await put(remove, alias)
          else await put(create, alias, { target: 0, scheduledActions: [], targetTrackingPolicies: [] })
        },
      }
    },
    ...rest,
  }
}

const asyncInvokeConfigs = toConfigList(asyncInvokeConfigSample, { key: 'qualifier', paging: bySize }, () => ({
  toKey: (alias) => alias,
  query: {},
}))

const onDemandConfigs = toConfigList(
  onDemandConfigSample,
  { key: 'resource', paging: byPrefix },
  ({ serviceName = '', functionName = '' }) => ({
    toKey: (alias) => `services/${serviceName}.${alias}/functions/${functionName}`,
    query: { prefix: `services/${serviceName}.` },
  }),
)

/** Rules that never apply keep a configuration in the list. */
const { targetTrackingPolicies } = provisionConfigSample.options

const provisionConfigs = toConfigList(
  provisionConfigSample,
  {
    key: 'resource',
    paging: bySize,
    toKeyText: ({ resource }) => String(resource).split('#')[2] ?? '',
    fields: { targetTrackingPolicies },
  },
  ({ serviceName = '' }) => ({ toKey: (alias) => alias, query: { serviceName } }),
)

const task: Resource = {
  name: 'task',
  parent: functionSample.resource,
  key: 'invocationId',
  keyIn: 'body',
  writeOnly: [],
}

const tasks: List = {
  operation: operations.listStatefulAsyncInvocations,
  resource: task,
  entries: 'invocations',
  key: 'invocationId',
  paging: { ...bySize, prefix: 'invocationIdPrefix' },
  async arrange(context, words) {
    const path = await givenPath(context, functionSample)
    const base = context.name()
    const toName = (word: string) => `${base}-${word}`
    for (const word of words) await startTask(context, path, toName(word))
    return {
      path,
      query: {},
      names: words.map(toName),
      base,
      toName,
      add: async () => void (await startTask(context, path, toName('a0'))),
      remove: async () => context.skip('no operation removes a task'),
    }
  },
}

/** Lists whose parameters have the checks of lists. */
export const pagedLists = [layers, asyncInvokeConfigs, onDemandConfigs, provisionConfigs].map(
  ({ operation }) => operation,
)

const isOrder = ({ name }: Check) => name === 'entries-are-in-order'

/** Lists that no resource names. */
export const listChecks: readonly Check[] = [
  ...toPagedListChecks(layers, rules),
  ...toPagedListChecks(asyncInvokeConfigs, rules),
  // No source agrees with another on the form of the keys (F9). Clients send the observed form.
  ...toPagedListChecks(onDemandConfigs, rules).map(toObserved),
  ...toPagedListChecks(provisionConfigs, rules).map(toObserved).map(toReleased),
  // Tasks are sorted by time.
  ...[...toPageChecks(tasks, rules), ...toSelectionChecks(tasks, rules)].filter((check) => !isOrder(check)),
]

function toObserved(check: Check): Check {
  return {
    ...check,
    level: 'extended',
    clause: `observed: the form of resource (quirk F9); ${check.clause}`,
    quirk: 'F9',
    async run(context: CoreContext) {
      if (context.profile === 'documented') context.skip('the sources contradict each other about the form of resource')
      await check.run(context)
    },
  }
}
