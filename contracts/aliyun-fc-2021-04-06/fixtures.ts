import type { CheckContext } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { FixtureSpec } from '../core/fixtures/fixtures.ts'
import { givenOne } from '../checks/sample.ts'
import { functionSample, toCode } from './samples.ts'

/** What the checks need: neither page has an operation that makes a service, or that deletes a function. */
export const fixtureSpecs: readonly FixtureSpec[] = [
  {
    name: 'serviceName',
    description: 'the name of a service in which functions may be made',
    example: 'demo',
    required: true,
  },
  {
    name: 'removeWith',
    description: 'the API of the same server that may delete what the run made',
    example: 'aliyun-fc-2016-08-15',
    required: false,
    form: { pattern: /^aliyun-fc-2016-08-15$/, words: 'aliyun-fc-2016-08-15' },
  },
]

export type FunctionPath = Readonly<Record<'serviceName' | 'functionName', string>>

/** What the checks of FC 2021-04-06 send. */
export interface Fixture {
  /** The service that the team lends. */
  readonly serviceName: string
  /** A valid body of CreateFunction under a new name, with code of its own. */
  readonly functionBody: (fields?: JsonObject) => JsonObject
  /** Code in base64, and its bytes: a Python handler that returns a text. */
  readonly code: (response: string) => { readonly bytes: Uint8Array; readonly zipFile: string }
  /** Creates a function as set-up and responses the path that leads to it. */
  readonly givenFunction: (fields?: JsonObject) => Promise<FunctionPath>
}

export type Context = CheckContext<Fixture>

export function createFixture(context: CoreContext): Fixture {
  return {
    serviceName: context.supplied.serviceName?.[0] ?? '',
    // The body refers to nothing that must be created first.
    functionBody: (fields = {}) => functionSample.body?.(context, fields, {}) as JsonObject,
    code: toCode,
    async givenFunction(fields = {}) {
      const { serviceName = '', functionName = '' } = (await givenOne(context, functionSample, fields)).path
      return { serviceName, functionName }
    },
  }
}
