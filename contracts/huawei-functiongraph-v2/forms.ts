import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { Check } from '../core/check.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance, type Tolerance } from '../core/assertions/tolerance.ts'
import type { Input } from '../core/http/wire-request.ts'
import { check } from './check.ts'
import { type Context, type FunctionPath, toPath } from './fixtures.ts'
import { tolerances } from './tolerances.ts'
import { expectUnchanged, givenState } from './state.ts'

const { updateFunctionConfig, updateFunctionCode } = api.operations

interface Call {
  readonly operation: Operation
  /** A body that must succeed, and that leaves a mark. */
  readonly toBody: (context: Context, path: FunctionPath) => JsonObject
}

const calls: readonly Call[] = [
  {
    operation: updateFunctionConfig,
    toBody: ({ fixture, name }, path) => fixture.settings(path, { description: name() }),
  },
  { operation: updateFunctionCode, toBody: ({ fixture, name }) => fixture.archive(name()) },
]

/** The form of the responses and refusals of both operations. */
export const formChecks: readonly Check[] = calls.flatMap(({ operation, toBody }) => {
  const page = toCitation(operation.source)
  const envelope = `${page} 400: error_code, error_msg`
  const core = { operation, level: 'core' } as const
  const arrange = async (context: Context) => {
    const path = await context.fixture.givenFunction()
    return { path, body: toBody(context, path) }
  }
  const refused = (
    name: string,
    clause: string,
    tolerance: Tolerance,
    change: (input: { readonly path: FunctionPath; readonly body: JsonObject }, context: Context) => Input,
  ) =>
    check(name, {
      ...core,
      clause: `${page}, ${clause}`,
      async run(context) {
        const input = await arrange(context)
        const before = await givenState(context, input.path)
        const result = await context.target.send(operation, change(input, context))
        const isTaken = expectTolerance(context, result, tolerance)
        if (!isTaken) await expectUnchanged(context, input.path, before)
      },
    })
  const ofPath =
    (change: (parts: string[], context: Context) => void) =>
    ({ path, body }: { readonly path: FunctionPath; readonly body: JsonObject }, context: Context): Input => {
      const parts = path.function_urn.split(':')
      change(parts, context)
      return { path: { ...path, function_urn: parts.join(':') }, body }
    }
  return [
    check('response-matches-the-urn', {
      ...core,
      quirk: 'D25',
      clause: `${page} 200: func_urn, func_name (with a version or without: quirk D25)`,
      async run(context) {
        const input = await arrange(context)
        const result = await context.given(context.target.send(operation, input))
        const body = readObject(result)
        const [, , , project, , group, name] = input.path.function_urn.split(':')
        const expected = {
          func_name: name,
          ...(operation === updateFunctionConfig && { namespace: project, package: group }),
        }
        context.expectFields(result, body, expected, 'absent-passes')
        if (body.func_urn === undefined) return context.note('func_urn in the response', 'left out')
        const urns = [input.path.function_urn, `${input.path.function_urn}:latest`]
        const finding = { expected: urns.join(' or '), actual: String(body.func_urn) }
        context.expectThat(urns.includes(String(body.func_urn)), finding, result)
      },
    }),
    check('response-has-time-of-change', {
      ...core,
      clause: `${page} 200: last_modified`,
      async run(context) {
        const result = await context.given(context.target.send(operation, await arrange(context)))
        const { last_modified: time } = readObject(result)
        if (time === undefined) return context.note('last_modified in the response', 'left out')
        const isTime = typeof time === 'string' && !Number.isNaN(Date.parse(time))
        const finding = { expected: 'a date and a time in last_modified', actual: JSON.stringify(time) }
        context.expectThat(isTime, finding, result)
      },
    }),
    check('repeated-request-has-same-result', {
      ...core,
      clause: `${page} 200`,
      async run(context) {
        const input = await arrange(context)
        await context.given(context.target.send(operation, input))
        const before = await givenState(context, input.path)
        context.expectResponse(await context.target.send(operation, input))
        await expectUnchanged(context, input.path, before)
      },
    }),
    check('error-names-the-reason', {
      ...core,
      clause: envelope,
      async run(context) {
        const { path } = await arrange(context)
        const result = await context.target.send(operation, { path, body: {} })
        const { error_code, error_msg } = readObject(result)
        const isSaid = typeof error_code === 'string' && typeof error_msg === 'string' && error_msg !== ''
        const actual = JSON.stringify({ error_code, error_msg })
        context.expectThat(isSaid, { expected: 'error_code and error_msg with a text', actual }, result)
        context.expectThat(
          /^[A-Z]+\.\d{4}$/.test(String(error_code)),
          { expected: 'a code like FSS.1052', actual },
          result,
        )
      },
    }),
    refused('truncated-json-is-rejected', 'Table 2: Content-Type; 400', tolerances.malformed, ({ path, body }) => ({
      path,
      rawBody: JSON.stringify(body).slice(0, -1),
    })),
    refused('non-json-body-is-rejected', 'Table 2: Content-Type; 400', tolerances.malformed, ({ path }) => ({
      path,
      rawBody: 'code_type=zip',
    })),
    refused(
      'missing-version-is-rejected',
      '404',
      tolerances.missingVersion,
      ofPath((parts) => {
        parts[7] = 'v19990101-000000'
      }),
    ),
    refused(
      'urn-with-version-is-handled',
      'Table 1: function_urn (quirk D25)',
      tolerances.latestVersion,
      ofPath((parts) => {
        parts[7] = 'latest'
      }),
    ),
    refused(
      'urn-of-other-project-is-rejected',
      '400, 401, 403, 404',
      tolerances.otherProject,
      ofPath((parts) => {
        parts[3] = '00000000000000000000000000000000'
      }),
    ),
    refused('malformed-urn-is-rejected', 'Table 1: function_urn; 400, 404', tolerances.brokenUrn, ({ path, body }) => ({
      path: { ...path, function_urn: 'no-urn-at-all' },
      body,
    })),
    refused(
      'invalid-body-for-missing-resource-is-rejected',
      '400, 404',
      tolerances.badBodyForMissing,
      ({ path }, { name }) => ({
        path: toPath(path.function_urn.replace(/[^:]+$/, name())),
        body: {},
      }),
    ),
    refused('unknown-field-is-handled', '200, 400', tolerances.unknownField, ({ path, body }) => ({
      path,
      body: { ...body, no_such_field: { of: ['the', 'page'] } },
    })),
    refused(
      'json-with-other-media-type-is-handled',
      'Table 2: Content-Type (quirk D30)',
      tolerances.wrongMediaType,
      (input) => ({
        ...input,
        headers: { 'content-type': 'text/plain' },
      }),
    ),
  ]
})
