import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { CoreContext } from '../core/context.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { toZip } from '../core/generate/zip.ts'

const { createService, createFunction, createTrigger, publishVersion, createAlias } = aliyunFc20160815.operations

/** What the checks of FC 2016-08-15 send. */
export interface Fixture {
  /** A valid body of CreateService under a new name. */
  readonly serviceBody: (fields?: JsonObject) => JsonObject
  /** A valid body of CreateFunction under a new name, with code of its own. */
  readonly functionBody: (fields?: JsonObject) => JsonObject
  /** A valid body of CreateTrigger under a new name. Every field that the page requires is there (A12). */
  readonly triggerBody: (fields?: JsonObject) => JsonObject
  /** A valid body of CreateAlias under a new name, with the version in both spellings (A4); what goes out is what the target takes. */
  readonly aliasBody: (versionId: string, fields?: JsonObject) => JsonObject
  /** Code in base64, and its bytes: a Node.js handler that returns a text. */
  readonly code: (response: string) => Code
  /** These create something as set-up and response the path that leads to it. */
  readonly givenService: (fields?: JsonObject) => Promise<string>
  readonly givenFunction: (fields?: JsonObject, serviceName?: string) => Promise<Path<'serviceName' | 'functionName'>>
  readonly givenTrigger: (fields?: JsonObject) => Promise<Path<'serviceName' | 'functionName' | 'triggerName'>>
  /** Publishes the service as it is, or a new one. */
  readonly givenVersion: (serviceName?: string, description?: string) => Promise<Path<'serviceName' | 'versionId'>>
  readonly givenAlias: (fields?: JsonObject) => Promise<Path<'serviceName' | 'aliasName' | 'versionId'>>
}

export type Path<Name extends string = string> = Readonly<Record<Name, string>>

export interface Code {
  readonly bytes: Uint8Array
  readonly zipFile: string
}

export function createFixture({ name, random, given, target }: CoreContext): Fixture {
  const serviceBody = (fields: JsonObject = {}) => ({ serviceName: name(), ...fields })
  const functionBody = (fields: JsonObject = {}) => ({
    functionName: name(),
    handler: 'index.handler',
    runtime: 'nodejs8',
    code: { zipFile: toCode(`hello ${Math.floor(random() * 1e9)}`).zipFile },
    ...fields,
  })
  const triggerBody = (fields: JsonObject = {}) => ({
    triggerName: name(),
    triggerType: 'oss',
    sourceArn: 'acs:oss:cn-hangzhou:123456789012:demo-bucket',
    invocationRole: 'acs:ram::123456789012:role/fc-test',
    triggerConfig: { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/', suffix: '.zip' } } },
    ...fields,
  })
  const aliasBody = (versionId: string, fields: JsonObject = {}) => ({
    aliasName: name(),
    versionId,
    versionID: versionId,
    ...fields,
  })
  const givenService = async (fields?: JsonObject) => {
    const body = serviceBody(fields)
    await given(target.send(createService, { body }))
    return body.serviceName
  }
  const givenFunction = async (fields?: JsonObject, service?: string) => {
    const serviceName = service ?? (await givenService())
    const body = functionBody(fields)
    await given(target.send(createFunction, { path: { serviceName }, body }))
    return { serviceName, functionName: String(body.functionName) }
  }
  const givenVersion = async (service?: string, description?: string) => {
    const serviceName = service ?? (await givenService())
    const body = description === undefined ? {} : { description }
    const published = await given(target.send(publishVersion, { path: { serviceName }, body }))
    return { serviceName, versionId: String(readObject(published).versionId) }
  }
  return {
    serviceBody,
    functionBody,
    triggerBody,
    aliasBody,
    code: toCode,
    givenService,
    givenFunction,
    async givenTrigger(fields) {
      const path = await givenFunction()
      const body = triggerBody(fields)
      await given(target.send(createTrigger, { path, body }))
      return { ...path, triggerName: body.triggerName }
    },
    givenVersion,
    async givenAlias(fields) {
      const { serviceName, versionId } = await givenVersion()
      const body = aliasBody(versionId, fields)
      await given(target.send(createAlias, { path: { serviceName }, body }))
      return { serviceName, aliasName: body.aliasName, versionId }
    },
  }
}

function toCode(response: string): Code {
  const bytes = toZip({
    'index.js': `exports.handler = (event, context, callback) => callback(null, ${JSON.stringify(response)})\n`,
  })
  return { bytes, zipFile: Buffer.from(bytes).toString('base64') }
}
