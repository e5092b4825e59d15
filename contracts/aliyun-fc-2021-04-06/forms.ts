import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { toCalls } from '../checks/calls.ts'
import { type Sample, toBody, toMissingCodes } from '../checks/sample.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { readHeader } from '../core/http/exchange.ts'
import type { Input } from '../core/http/wire-request.ts'
import { rules } from './rules.ts'
import { functionSample } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { codes, requestIdHeader } = api.dialect

/** Errors and headers of CreateFunction and UpdateFunction, where the generic checks do not cover them. */
export function toFormChecks(sample: Sample): readonly Check[] {
  return toOwnCalls(sample).flatMap(({ operation, arrange }) => {
    const source = toCitation(operation.source)
    const core = { operation, level: 'core' } as const
    const extended = { operation, level: 'extended' } as const
    const sendWith = async (context: CoreContext, change: (input: Input) => Input) =>
      await context.target.send(operation, change(await arrange(context)))
    const sendWithHeaders = (context: CoreContext, headers: Readonly<Record<string, string>>) =>
      sendWith(context, (input) => ({ ...input, headers }))
    return [
      defineCheck('error-request-id-equals-header', {
        ...extended,
        clause: 'observed: RequestId of an error, and the header of the same response (quirk X2)',
        async run(context) {
          const rejected = await sendWith(context, ({ body: _, ...input }) => ({ ...input, rawBody: '{' }))
          context.expectError(rejected, codes.malformed)
          const header = readHeader(rejected.response, requestIdHeader)
          if (header === undefined) return context.skip(`the target returns no ${requestIdHeader}`)
          context.expectFields(rejected, readObject(rejected), { RequestId: header }, 'absent-fails')
        },
      }),
      defineCheck('invalid-body-in-missing-service-is-handled', {
        ...core,
        clause: `${source}, Request parameters: serviceName (the order of validation is implementation-defined)`,
        async run(context) {
          const serviceName = context.name()
          const rejected = await sendWith(context, ({ body: _, path }) => ({
            path: { ...path, serviceName },
            rawBody: '{',
          }))
          const { codes: invalid, ...tolerance } = rules.tolerances.invalidBodyForMissing
          expectTolerance(context, rejected, { ...tolerance, codes: [...invalid, ...toMissingCodes(sample)] })
        },
      }),
      defineCheck('server-set-fields-in-request-are-ignored', {
        ...core,
        clause: `${source}, Response parameters: functionId, createdTime, codeSize`,
        async run(context) {
          const fields = {
            functionId: 'set-by-the-client',
            createdTime: '2001-02-03T04:05:06.000+0000',
            codeSize: 4711,
          }
          const result = await sendWith(context, (input) => ({ ...input, body: { ...toBody(input), ...fields } }))
          if (!expectTolerance(context, result, rules.tolerances.serverSetField)) return
          const body = readObject(result)
          const kept = Object.entries(fields).filter(([field, value]) => body[field] === value)
          const names = kept.map(([field]) => field).join(', ')
          const finding = { expected: 'values of the server', actual: `${names} as in the request` }
          context.expectThat(kept.length === 0, finding, result)
        },
      }),
      defineCheck('documented-headers-are-accepted', {
        ...core,
        clause: `${source}, Request parameters: X-Fc-Trace-Id, X-Fc-Date`,
        quirk: 'B12',
        async run(context) {
          const headers = { 'X-Fc-Trace-Id': 'test-trace-id', 'X-Fc-Date': new Date().toUTCString() }
          context.expectResponse(await sendWithHeaders(context, headers))
        },
      }),
      defineCheck('documented-date-format-is-handled', {
        ...core,
        clause: `${source}, Request parameters: X-Fc-Date (quirk B12)`,
        quirk: 'B12',
        async run(context) {
          const date = new Date().toUTCString().replace(', ', ',')
          expectTolerance(context, await sendWithHeaders(context, { 'X-Fc-Date': date }), tolerances.documentedDate)
        },
      }),
      defineCheck('invalid-date-is-handled', {
        ...extended,
        clause: `${source}, Request parameters: X-Fc-Date (other values are implementation-defined)`,
        async run(context) {
          expectTolerance(context, await sendWithHeaders(context, { 'X-Fc-Date': 'yesterday' }), tolerances.invalidDate)
        },
      }),
    ]
  })
}

/** The calls of the two operations that pages 003 and 000 govern. */
function toOwnCalls(sample: Sample) {
  return toCalls(sample).filter(({ operation: { source } }) => !source.source.isDefinition)
}

export const formChecks = toFormChecks(functionSample)
