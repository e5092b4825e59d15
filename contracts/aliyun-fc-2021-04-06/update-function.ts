import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { unknownTag } from '../checks/crud/conditional-requests.ts'
import { expectState, givenOne, givenState, read, type Sample } from '../checks/sample.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { readHeader } from '../core/http/exchange.ts'
import type { Path } from '../core/resource-path.ts'
import { rules } from './rules.ts'
import { functionSample, toCode } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { updateFunction } = api.operations

const core = { operation: updateFunction, level: 'core' } as const
const response = '000 UpdateFunction, Response parameters'
const request = '000 UpdateFunction, Request parameters'

const send = (context: CoreContext, path: Path, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  context.target.send(updateFunction, { path, body, headers })

async function given(context: CoreContext, sample: Sample, fields: JsonObject = {}) {
  const { path } = await givenOne(context, sample, fields)
  return { path, state: await givenState(context, sample, path) }
}

/** The checks of UpdateFunction that are not generic. Source: 000 UpdateFunction. */
export function toUpdateFunctionChecks(sample: Sample): readonly Check[] {
  return [
    defineCheck('concurrency-field-alias-is-accepted', {
      ...core,
      quirk: 'B2',
      clause: `${request}: functionUpdateFields, InstanceConcurrency; ${response}: instanceConcurrency`,
      async run(context) {
        const { path } = await givenOne(context, sample, {})
        const updated = await send(context, path, { InstanceConcurrency: 8 })
        const expected = { instanceConcurrency: 8 }
        context.expectFields(updated, context.expectResponse(updated), expected, 'absent-passes')
        await expectState(context, sample, path, expected)
      },
    }),
    defineCheck('concurrency-uses-response-field-name', {
      ...core,
      quirk: 'B2',
      clause: `${request}: functionUpdateFields (quirk B2)`,
      async run(context) {
        const { path } = await givenOne(context, sample, {})
        expectTolerance(context, await send(context, path, { instanceConcurrency: 8 }), tolerances.lowerCaseConcurrency)
      },
    }),
    defineCheck('soft-concurrency-is-checked-against-stored', {
      ...core,
      clause: `${request}: instanceSoftConcurrency`,
      async run(context) {
        const { path, state } = await given(context, sample, { instanceConcurrency: 4, instanceSoftConcurrency: 2 })
        context.expectError(await send(context, path, { instanceSoftConcurrency: 5 }), 'InvalidArgument')
        await expectState(context, sample, path, state)
      },
    }),
    defineCheck('rejected-update-keeps-etag', {
      ...core,
      quirk: 'B27',
      clause: `${request}: If-Match`,
      async run(context) {
        const { path } = await givenOne(context, sample, {})
        const updated = await context.given(send(context, path, { description: 'the state' }))
        const tag = readHeader(updated.response, 'etag') ?? context.skip('the target returns no ETag')
        context.expectError(await send(context, path, { memorySize: 65 }), 'InvalidArgument')
        const unknown = await send(context, path, { description: 'rejected' }, { 'If-Match': unknownTag })
        expectTolerance(context, unknown, rules.tolerances.wrongTag)
        context.expectResponse(await send(context, path, { description: 'accepted' }, { 'If-Match': tag }))
      },
    }),
    defineCheck('missing-body-is-handled', {
      ...core,
      quirk: 'B18',
      clause: `${request}: functionUpdateFields not required (quirk B18)`,
      async run(context) {
        const { path, state } = await given(context, sample)
        expectTolerance(context, await context.target.send(updateFunction, { path }), tolerances.updateWithoutBody)
        await expectState(context, sample, path, state)
      },
    }),
  ]
}

/** The code of an update, for a target without GetFunctionCode. */
export function toCodeUpdateChecks(sample: Sample): readonly Check[] {
  return [
    defineCheck('update-replaces-code', {
      ...core,
      clause: `${request}: code; ${response}: codeSize, codeChecksum`,
      async run(context) {
        const { path, state } = await given(context, sample, sample.options)
        const { codeSize: _, codeChecksum: __, ...others } = state
        const { bytes, zipFile } = toCode('a longer response than before')
        const updated = await send(context, path, { code: { zipFile } })
        context.expectResponse(updated)
        for (const result of [updated, await read(context, sample, path)]) {
          const body = context.expectPresent(result)
          context.expectFields(result, body, { ...others, codeSize: bytes.length }, 'absent-passes')
          const { codeChecksum } = body
          if (codeChecksum === undefined) return context.note('codeChecksum in the response', 'left out')
          expectCrc64(context, result, codeChecksum, bytes)
          const finding = { expected: 'another checksum for other code', actual: `${String(codeChecksum)} for both` }
          context.expectThat(codeChecksum !== state.codeChecksum, finding, result)
        }
      },
    }),
    defineCheck('update-without-code-keeps-code', {
      ...core,
      clause: `${request}: code not required; ${response}: codeSize, codeChecksum`,
      async run(context) {
        const { path, state } = await given(context, sample)
        await context.given(send(context, path, { description: 'no code' }))
        const facts = ['codeSize', 'codeChecksum'].flatMap((field) => (field in state ? [[field, state[field]]] : []))
        await expectState(context, sample, path, Object.fromEntries(facts))
      },
    }),
  ]
}

export const updateFunctionChecks = toUpdateFunctionChecks(functionSample)
