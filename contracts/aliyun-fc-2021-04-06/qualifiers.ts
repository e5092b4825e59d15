import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toPathNames } from '../../schemas/core/lib/path-template.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { unknownVersion } from '../aliyun-fc/version-sample.ts'
import { type Call, toCalls } from '../checks/calls.ts'
import { expectState, givenOne, givenPath, toBody } from '../checks/sample.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../core/check.ts'
import { accountCalls } from './account-calls.ts'
import { asyncInvokeConfigSample, configSamples, toAliasPlace } from './config-samples.ts'
import { toReleased } from './released.ts'
import { eventSourceSample, functionSample, versionSample } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { putFunctionAsyncInvokeConfig, registerEventSource, deregisterEventSource, listEventSources } = api.operations

/** On-demand and provision configurations accept no version. */
const isOfAlias = ({ operation: { tag } }: Call) => tag === 'OnDemandConfig' || tag === 'ProvisionConfig'

/** The operations on a part of a function that the query selects by a version or an alias. */
const calls = [...configSamples, eventSourceSample]
  .flatMap(toCalls)
  .concat(accountCalls)
  .filter(
    ({ operation }) => 'qualifier' in operation.params.query && toPathNames(operation.path).includes('functionName'),
  )

/** Qualifiers of operations that no resource covers. */
export const configQualifierChecks: readonly Check[] = [
  ...calls
    .map((call) => {
      const { operation, arrange } = call
      return defineCheck('missing-qualifier-is-rejected', {
        operation,
        level: 'core',
        clause: `${toCitation(operation.source)}, Query qualifier (the codes are observed)`,
        async run(context) {
          const input = await arrange(context)
          for (const qualifier of [context.name(), ...(isOfAlias(call) ? [] : [unknownVersion])]) {
            const sent = await context.target.send(operation, { ...input, query: { ...input.query, qualifier } })
            expectTolerance(context, sent, tolerances.missingQualifier)
          }
        },
      })
    })
    .map(toReleased),
  defineCheck('absent-qualifier-is-latest', {
    operation: putFunctionAsyncInvokeConfig,
    level: 'core',
    clause: 'FC-DEF PutFunctionAsyncInvokeConfig, Query qualifier; FC-DEF PutFunctionAsyncInvokeConfig 200: qualifier',
    async run(context) {
      const path = await givenPath(context, functionSample)
      const body = { maxAsyncRetryAttempts: 5 }
      const { serviceName: service, functionName } = path
      const expected = { ...body, qualifier: 'LATEST', service, function: functionName }
      const sent = await context.target.send(putFunctionAsyncInvokeConfig, { path, body })
      context.expectFields(sent, context.expectResponse(sent), expected, 'absent-fails')
      for (const place of [path, { ...path, qualifier: 'LATEST' }]) {
        await expectState(context, asyncInvokeConfigSample, place, expected)
      }
    },
  }),
  defineCheck('version-has-its-own-configuration', {
    operation: putFunctionAsyncInvokeConfig,
    level: 'core',
    clause: 'FC-DEF PutFunctionAsyncInvokeConfig, Query qualifier',
    async run(context) {
      const one = await givenOne(context, asyncInvokeConfigSample)
      const { serviceName = '' } = one.path
      const { versionId = '' } = (await givenOne(context, versionSample, {}, { serviceName })).path
      const body = { maxAsyncRetryAttempts: 6 }
      const path = { ...one.path, qualifier: versionId }
      context.expectResponse(await context.target.send(putFunctionAsyncInvokeConfig, { path, body }))
      await expectState(context, asyncInvokeConfigSample, path, { ...body, qualifier: versionId })
      await expectState(context, asyncInvokeConfigSample, one.path, toBody(one.input))
    },
  }),
  defineCheck('event-sources-belong-to-a-qualifier', {
    operation: registerEventSource,
    level: 'core',
    clause: 'FC-DEF RegisterEventSource, Query qualifier; FC-DEF ListEventSources, Query qualifier',
    async run(context) {
      const { path: source, input } = await givenOne(context, eventSourceSample)
      const path = await toAliasPlace(context, input.path ?? {})
      const { qualifier = '' } = path
      const list = async (query: Readonly<Record<string, string>>) =>
        context.expectResponse(await context.target.send(listEventSources, { path: input.path ?? {}, query }))
          .eventSources
      const before = await list({ qualifier })
      if (Array.isArray(before) && before.length > 0) context.skip('event sources belong to all qualifiers')
      context.expectResponse(await context.target.send(registerEventSource, { path, body: input.body }))
      context.expectResponse(await context.target.send(deregisterEventSource, { path: { ...source, qualifier } }))
      const kept = await list({})
      const finding = { expected: 'the event source of LATEST', actual: JSON.stringify(kept) }
      context.expectThat(Array.isArray(kept) && kept.length === 1, finding)
    },
  }),
]
