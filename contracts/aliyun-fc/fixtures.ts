import { givenOne, type Sample, toBody } from '../checks/sample.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { CheckContext } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path as AnyPath } from '../core/resource-path.ts'
import type { Code } from './code-archive.ts'
import type { Facts } from './facts.ts'

export type Path<Name extends string = string> = Readonly<Record<Name, string>>
type FunctionPath = Path<'serviceName' | 'functionName'>

/** The requests of the checks. Each `…Body` function returns a valid body with a new key. */
export interface Fixture {
  readonly operations: Facts['operations']
  readonly serviceBody: (fields?: JsonObject) => JsonObject
  readonly functionBody: (fields?: JsonObject) => JsonObject
  readonly triggerBody: (fields?: JsonObject) => JsonObject
  readonly aliasBody: (versionId: string, fields?: JsonObject) => JsonObject
  readonly code: (response: string) => Code
  /** These functions create a resource and its parents as set-up. They return the path of the resource. */
  readonly givenService: (fields?: JsonObject) => Promise<string>
  readonly givenFunction: (fields?: JsonObject, serviceName?: string) => Promise<FunctionPath>
  readonly givenTrigger: (fields?: JsonObject) => Promise<FunctionPath & Path<'triggerName'>>
  /** Publishes a version of this service, or of a new one. */
  readonly givenVersion: (serviceName?: string, description?: string) => Promise<Path<'serviceName' | 'versionId'>>
  readonly givenAlias: (fields?: JsonObject) => Promise<Path<'serviceName' | 'aliasName' | 'versionId'>>
}

type FixtureFacts = Pick<Facts, 'operations' | 'samples' | 'toCode' | 'toVersion'>

export type Context = CheckContext<Fixture>

export function createFixture({ operations, samples, toCode, toVersion }: FixtureFacts, context: CoreContext): Fixture {
  const toFixedBody =
    ({ body }: Sample) =>
    (fields: JsonObject = {}) =>
      body?.(context, fields, {}) as JsonObject // these bodies refer to no resource that must exist
  const given = async (sample: Sample, fields: JsonObject = {}, serviceName?: string) =>
    await givenOne(context, sample, fields, serviceName === undefined ? undefined : { serviceName })
  // The path has every key of the resource.
  const givenPath = async <Name extends string>(sample: Sample, fields?: JsonObject, serviceName?: string) =>
    (await given(sample, fields, serviceName)).path as AnyPath as Path<Name>
  return {
    operations,
    serviceBody: toFixedBody(samples.service),
    functionBody: toFixedBody(samples.function),
    triggerBody: toFixedBody(samples.trigger),
    aliasBody: (versionId, fields = {}) => ({
      aliasName: context.name(),
      ...toVersion(versionId),
      ...fields,
    }),
    code: toCode,
    givenService: async (fields) => (await givenPath<'serviceName'>(samples.service, fields)).serviceName,
    givenFunction: (fields, serviceName) => givenPath(samples.function, fields, serviceName),
    givenTrigger: (fields) => givenPath(samples.trigger, fields),
    async givenVersion(service, description) {
      const fields = description === undefined ? {} : { description }
      const { serviceName, versionId } = await givenPath<'serviceName' | 'versionId'>(samples.version, fields, service)
      return { serviceName, versionId }
    },
    async givenAlias(fields) {
      const { path, input } = await given(samples.alias, fields)
      const { serviceName = '', aliasName = '' } = path
      return { serviceName, aliasName, versionId: String(toBody(input).versionId) }
    },
  }
}
