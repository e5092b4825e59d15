import type { CheckContext } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { Path as AnyPath } from '../core/resource-path.ts'
import { givenOne, type Sample, toBody } from '../checks/sample.ts'
import { type Code, toCode } from './code-archive.ts'
import { aliasSample, functionSample, serviceSample, triggerSample, versionSample } from './samples.ts'

export type Path<Name extends string = string> = Readonly<Record<Name, string>>
type FunctionPath = Path<'serviceName' | 'functionName'>

/** What the checks of FC 2016-08-15 send. Each `…Body` is a valid body with a new key. */
export interface Fixture {
  readonly serviceBody: (fields?: JsonObject) => JsonObject
  readonly functionBody: (fields?: JsonObject) => JsonObject
  readonly triggerBody: (fields?: JsonObject) => JsonObject
  readonly aliasBody: (versionId: string, fields?: JsonObject) => JsonObject
  readonly code: (response: string) => Code
  /** These create a resource and its parents as set-up, and return its path. */
  readonly givenService: (fields?: JsonObject) => Promise<string>
  readonly givenFunction: (fields?: JsonObject, serviceName?: string) => Promise<FunctionPath>
  readonly givenTrigger: (fields?: JsonObject) => Promise<FunctionPath & Path<'triggerName'>>
  /** Publishes the service as it is, or a new one. */
  readonly givenVersion: (serviceName?: string, description?: string) => Promise<Path<'serviceName' | 'versionId'>>
  readonly givenAlias: (fields?: JsonObject) => Promise<Path<'serviceName' | 'aliasName' | 'versionId'>>
}

export type Context = CheckContext<Fixture>

export function createFixture(context: CoreContext): Fixture {
  const toFixedBody =
    ({ body }: Sample) =>
    (fields: JsonObject = {}) =>
      body?.(context, fields, {}) as JsonObject // these bodies refer to nothing that must be created first
  const given = async (sample: Sample, fields: JsonObject = {}, serviceName?: string) =>
    await givenOne(context, sample, fields, serviceName === undefined ? undefined : { serviceName })
  // The path of a resource has all keys of its resource.
  const givenPath = async <Name extends string>(sample: Sample, fields?: JsonObject, serviceName?: string) =>
    (await given(sample, fields, serviceName)).path as AnyPath as Path<Name>
  return {
    serviceBody: toFixedBody(serviceSample),
    functionBody: toFixedBody(functionSample),
    triggerBody: toFixedBody(triggerSample),
    aliasBody: (versionId, fields = {}) => ({
      aliasName: context.name(),
      versionId,
      versionID: versionId,
      ...fields,
    }),
    code: toCode,
    givenService: async (fields) => (await givenPath<'serviceName'>(serviceSample, fields)).serviceName,
    givenFunction: (fields, serviceName) => givenPath(functionSample, fields, serviceName),
    givenTrigger: (fields) => givenPath(triggerSample, fields),
    async givenVersion(service, description) {
      const fields = description === undefined ? {} : { description }
      const { serviceName, versionId } = await givenPath<'serviceName' | 'versionId'>(versionSample, fields, service)
      return { serviceName, versionId }
    },
    async givenAlias(fields) {
      const { path, input } = await given(aliasSample, fields)
      const { serviceName = '', aliasName = '' } = path
      return { serviceName, aliasName, versionId: String(toBody(input).versionId) }
    },
  }
}
