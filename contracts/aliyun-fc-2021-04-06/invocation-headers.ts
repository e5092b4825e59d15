import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { givenOne } from '../checks/sample.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { type Check, defineCheck } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { functionSample, toCode } from './samples.ts'

const { invokeFunction } = aliyunFc20210406.operations

/** The headers of a synchronous invocation that do not depend on the function. */
export const invocationHeaderChecks: readonly Check[] = [
  defineCheck('invocation-has-its-duration', {
    operation: invokeFunction,
    level: 'core',
    clause: 'FC-DEF InvokeFunction 200, Headers: X-Fc-Invocation-Duration',
    async run(context) {
      const { path } = await givenOne(context, functionSample, {})
      const sent = await context.target.send(invokeFunction, { path, rawBody: '{}' })
      context.expectResponse(sent, 200)
      const value = readHeader(sent.response, 'X-Fc-Invocation-Duration')
      const isDuration = value !== undefined && /^\d+(\.\d+)?$/.test(value)
      context.expectThat(isDuration, { expected: 'a duration in milliseconds', actual: value ?? 'none' }, sent)
    },
  }),
  defineCheck('invocation-has-checksum-of-its-code', {
    operation: invokeFunction,
    level: 'core',
    clause: 'FC-DEF InvokeFunction 200, Headers: X-Fc-Code-Checksum',
    async run(context) {
      for (const text of ['the first code', 'other code']) {
        const { bytes, zipFile } = toCode(text)
        const { path } = await givenOne(context, functionSample, { code: { zipFile } })
        const sent = await context.target.send(invokeFunction, { path, rawBody: '{}' })
        context.expectResponse(sent, 200)
        expectCrc64(context, sent, readHeader(sent.response, 'X-Fc-Code-Checksum'), bytes)
      }
    },
  }),
]
