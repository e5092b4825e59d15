import { toCitation } from '../../schemas/core/source.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { toCalls } from '../checks/calls.ts'
import { expectState, givenState } from '../checks/sample.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance, type Tolerance } from '../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../core/check.ts'
import { codeSample, functionSample } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { updateFunctionConfig } = api.operations

/** Responses and URNs of both operations, where the generic checks do not cover them. */
export const formChecks: readonly Check[] = [functionSample, codeSample]
  .flatMap(toCalls)
  .flatMap(({ operation, arrange }) => {
    const source = toCitation(operation.source)
    const core = { operation, level: 'core' } as const
    const withUrn = (name: string, clause: string, tolerance: Tolerance, toUrn: (parts: readonly string[]) => string) =>
      defineCheck(name, {
        ...core,
        clause: `${source}, ${clause}`,
        async run(context) {
          const { path = {}, body } = await arrange(context)
          const before = await givenState(context, functionSample, path)
          const function_urn = toUrn((path.function_urn ?? '').split(':'))
          const sent = await context.target.send(operation, { path: { ...path, function_urn }, body })
          if (!expectTolerance(context, sent, tolerance)) await expectState(context, functionSample, path, before)
        },
      })
    return [
      defineCheck('response-matches-the-urn', {
        ...core,
        quirk: 'D25',
        clause: `${source} 200: func_urn, func_name (with a version or without: quirk D25)`,
        async run(context) {
          const input = await arrange(context)
          const result = await context.given(context.target.send(operation, input))
          const body = readObject(result)
          const urn = input.path?.function_urn ?? ''
          const [, , , project, , group, name] = urn.split(':')
          const names = {
            func_name: name,
            ...(operation === updateFunctionConfig && { namespace: project, package: group }),
          }
          context.expectFields(result, body, names, 'absent-passes')
          if (body.func_urn === undefined) return context.note('func_urn in the response', 'left out')
          const urns = [urn, `${urn}:latest`]
          const finding = { expected: urns.join(' or '), actual: String(body.func_urn) }
          context.expectThat(urns.includes(String(body.func_urn)), finding, result)
        },
      }),
      defineCheck('response-has-time-of-change', {
        ...core,
        clause: `${source} 200: last_modified`,
        async run(context) {
          const result = await context.given(context.target.send(operation, await arrange(context)))
          const { last_modified: time } = readObject(result)
          if (time === undefined) return context.note('last_modified in the response', 'left out')
          const isTime = typeof time === 'string' && !Number.isNaN(Date.parse(time))
          const finding = { expected: 'a date and a time in last_modified', actual: JSON.stringify(time) }
          context.expectThat(isTime, finding, result)
        },
      }),
      defineCheck('error-names-the-reason', {
        ...core,
        clause: `${source} 400: error_code, error_msg`,
        async run(context) {
          const { path = {} } = await arrange(context)
          const result = await context.target.send(operation, { path, body: {} })
          const { error_code, error_msg } = readObject(result)
          const hasTexts = typeof error_code === 'string' && typeof error_msg === 'string' && error_msg !== ''
          const actual = JSON.stringify({ error_code, error_msg })
          context.expectThat(hasTexts, { expected: 'error_code and error_msg with a text', actual }, result)
          const isCode = /^[A-Z]+\.\d{4}$/.test(String(error_code))
          context.expectThat(isCode, { expected: 'a code like FSS.1052', actual }, result)
        },
      }),
      withUrn('missing-version-is-rejected', '404', tolerances.missingVersion, (parts) =>
        parts.toSpliced(7, 1, 'v19990101-000000').join(':'),
      ),
      withUrn('urn-with-version-is-handled', 'Table 1: function_urn (quirk D25)', tolerances.latestVersion, (parts) =>
        parts.toSpliced(7, 1, 'latest').join(':'),
      ),
      withUrn('urn-of-other-project-is-rejected', '400, 401, 403, 404', tolerances.otherProject, (parts) =>
        parts.with(3, '00000000000000000000000000000000').join(':'),
      ),
      withUrn(
        'malformed-urn-is-rejected',
        'Table 1: function_urn; 400, 404',
        tolerances.malformedUrn,
        () => 'no-urn-at-all',
      ),
    ]
  })
