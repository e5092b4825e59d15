import { createService } from '../../schemas/aliyun-fc-2016-08-15/operations/create-service.ts'
import type { CoreContext } from '../core/context.ts'
import type { JsonObject } from '../core/expect-reply.ts'
import { toZip } from '../core/zip.ts'

/** What the checks of FC 2016-08-15 send. */
export interface Fixture {
  /** A valid body of CreateService under a new name. */
  readonly serviceBody: (fields?: JsonObject) => JsonObject
  /** A valid body of CreateFunction under a new name, with code of its own. */
  readonly functionBody: (fields?: JsonObject) => JsonObject
  /** Code in base64, and its bytes: a Node.js handler that answers a text. */
  readonly code: (answer: string) => Code
  /** Creates a service as set-up and answers its name. */
  readonly givenService: () => Promise<string>
}

export interface Code {
  readonly bytes: Uint8Array
  readonly zipFile: string
}

export function createFixture({ name, random, given, target }: CoreContext): Fixture {
  const serviceBody = (fields: JsonObject = {}) => ({ serviceName: name(), ...fields })
  return {
    serviceBody,
    code: toCode,
    functionBody: (fields = {}) => ({
      functionName: name(),
      handler: 'index.handler',
      runtime: 'nodejs8',
      code: { zipFile: toCode(`hello ${Math.floor(random() * 1e9)}`).zipFile },
      ...fields,
    }),
    async givenService() {
      const body = serviceBody()
      await given(target.send(createService, { body }))
      return body.serviceName
    },
  }
}

function toCode(answer: string): Code {
  const bytes = toZip({
    'index.js': `exports.handler = (event, context, callback) => callback(null, ${JSON.stringify(answer)})\n`,
  })
  return { bytes, zipFile: Buffer.from(bytes).toString('base64') }
}
