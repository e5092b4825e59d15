import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Check } from '../core/check.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { readHeader } from '../core/http/exchange.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import type { Context, FunctionPath } from './fixtures.ts'
import { tolerances } from './tolerances.ts'
import { changes, settings } from './samples.ts'
import { expectUnchanged, read, toLasting } from './functions.ts'

const { updateFunction } = api.operations

const core = { operation: updateFunction, level: 'core' } as const
const response = '000 UpdateFunction, Response parameters'
const request = '000 UpdateFunction, Request parameters'

const send = (context: Context, path: FunctionPath, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  context.target.send(updateFunction, { path, body, headers })

async function givenState(context: Context, path: FunctionPath) {
  const reading = await context.given(read(context, path))
  return { state: toLasting(readObject(reading)), tag: readHeader(reading.response, 'etag') }
}

/** A function and its ETag; skips the check where the target has none. */
async function givenTag(context: Context) {
  const path = await context.fixture.givenFunction()
  const { tag } = await givenState(context, path)
  return { path, tag: tag ?? context.skip('the target returns no ETag') }
}

/** What an update changes, leaves and refuses. Source: 000 UpdateFunction. */
export const updateFunctionChecks: readonly Check[] = [
  ...Object.entries(changes).map(([field, value]) =>
    check(`update-changes-only-${field}`, {
      ...core,
      clause: `${request}: functionUpdateFields, ${field}`,
      async run(context) {
        const path = await context.fixture.givenFunction(settings)
        const { state } = await givenState(context, path)
        const updated = await send(context, path, { [field]: value })
        context.expectFields(updated, context.expectResponse(updated), { [field]: value }, 'absent-passes')
        const after = await read(context, path)
        context.expectFields(after, context.expectPresent(after), { ...state, [field]: value }, 'absent-fails')
      },
    }),
  ),
  check('text-is-stored-exactly', {
    ...core,
    clause: `${request}: description`,
    async run(context) {
      const description = ' blanks, "quotes", \\ and äöü 二 😀 '
      const path = await context.fixture.givenFunction()
      context.expectResponse(await send(context, path, { description }))
      const after = await read(context, path)
      context.expectFields(after, context.expectPresent(after), { description }, 'absent-fails')
    },
  }),
  check('concurrency-field-alias-is-accepted', {
    ...core,
    quirk: 'B2',
    clause: `${request}: functionUpdateFields, InstanceConcurrency; ${response}: instanceConcurrency`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const updated = await send(context, path, { InstanceConcurrency: 8 })
      const expected = { instanceConcurrency: 8 }
      context.expectFields(updated, context.expectResponse(updated), expected, 'absent-passes')
      const after = await read(context, path)
      context.expectFields(after, context.expectPresent(after), expected, 'absent-fails')
    },
  }),
  check('concurrency-uses-response-field-name', {
    ...core,
    quirk: 'B2',
    clause: `${request}: functionUpdateFields (quirk B2)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      expectTolerance(context, await send(context, path, { instanceConcurrency: 8 }), tolerances.smallConcurrency)
    },
  }),
  check('soft-concurrency-is-checked-against-stored', {
    ...core,
    clause: `${request}: instanceSoftConcurrency`,
    async run(context) {
      const path = await context.fixture.givenFunction({ instanceConcurrency: 4, instanceSoftConcurrency: 2 })
      const { state } = await givenState(context, path)
      context.expectError(await send(context, path, { instanceSoftConcurrency: 5 }), 'InvalidArgument')
      await expectUnchanged(context, path, state)
    },
  }),
  check('update-replaces-code', {
    ...core,
    clause: `${request}: code; ${response}: codeSize, codeChecksum`,
    async run(context) {
      const path = await context.fixture.givenFunction(settings)
      const { state } = await givenState(context, path)
      const { codeSize: _, codeChecksum: __, ...others } = state
      const { bytes, zipFile } = context.fixture.code('a longer response than there was before')
      const updated = await send(context, path, { code: { zipFile } })
      context.expectResponse(updated)
      for (const result of [updated, await read(context, path)]) {
        const body = context.expectPresent(result)
        context.expectFields(result, body, { codeSize: bytes.length }, 'absent-passes')
        context.expectFields(result, body, others, 'absent-passes')
        const { codeChecksum } = body
        if (codeChecksum === undefined) return context.note('codeChecksum in the response', 'left out')
        expectCrc64(context, result, codeChecksum, bytes)
        const finding = { expected: 'another checksum for other code', actual: `${String(codeChecksum)} for both` }
        context.expectThat(codeChecksum !== state.codeChecksum, finding, result)
      }
    },
  }),
  check('update-without-code-keeps-code', {
    ...core,
    clause: `${request}: code not required; ${response}: codeSize, codeChecksum`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const { state } = await givenState(context, path)
      await context.given(send(context, path, { description: 'no code' }))
      const { codeSize, codeChecksum } = state
      await expectUnchanged(context, path, {
        ...(codeSize !== undefined && { codeSize }),
        ...(codeChecksum !== undefined && { codeChecksum }),
      })
    },
  }),
  check('update-keeps-id-name-and-creation-time', {
    ...core,
    clause: `${response}: functionId, functionName, createdTime`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const { state } = await givenState(context, path)
      const fields = ['functionId', 'functionName', 'createdTime'].filter((field) => state[field] !== undefined)
      await context.given(send(context, path, { description: 'changed' }))
      await expectUnchanged(context, path, Object.fromEntries(fields.map((field) => [field, state[field]])))
    },
  }),
  check('other-resources-are-unchanged', {
    ...core,
    clause: `${request}: serviceName, functionName`,
    async run(context) {
      const [path, other] = [
        await context.fixture.givenFunction(settings),
        await context.fixture.givenFunction(settings),
      ]
      const { state } = await givenState(context, other)
      await context.given(send(context, path, changes))
      await expectUnchanged(context, other, state)
    },
  }),
  check('repeated-update-has-same-result', {
    ...core,
    clause: request,
    async run(context) {
      const path = await context.fixture.givenFunction(settings)
      await context.given(send(context, path, changes))
      const { state } = await givenState(context, path)
      context.expectResponse(await send(context, path, changes))
      await expectUnchanged(context, path, state)
    },
  }),
  check('current-etag-is-accepted', {
    ...core,
    clause: `${request}: If-Match`,
    async run(context) {
      const { path, tag } = await givenTag(context)
      context.expectResponse(await send(context, path, { description: 'in time' }, { 'If-Match': tag }))
    },
  }),
  check('rejected-update-keeps-etag', {
    ...core,
    quirk: 'B27',
    clause: `${request}: If-Match`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const updated = await context.given(send(context, path, { description: 'the state' }))
      const tag = readHeader(updated.response, 'etag') ?? context.skip('the target returns no ETag')
      context.expectError(await send(context, path, { memorySize: 65 }), 'InvalidArgument')
      const never = { 'If-Match': '00000000000000000000000000000000' }
      expectTolerance(context, await send(context, path, { description: 'never' }, never), tolerances.wrongTag)
      context.expectResponse(await send(context, path, { description: 'in time' }, { 'If-Match': tag }))
    },
  }),
  check('unknown-etag-is-rejected', {
    ...core,
    quirk: 'B27',
    clause: `${request}: If-Match (the code is open: quirk B27)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const { state } = await givenState(context, path)
      const tag = '00000000000000000000000000000000'
      expectTolerance(
        context,
        await send(context, path, { description: 'never' }, { 'If-Match': tag }),
        tolerances.wrongTag,
      )
      await expectUnchanged(context, path, state)
    },
  }),
  check('stale-etag-is-rejected', {
    ...core,
    quirk: 'B27',
    clause: `${request}: If-Match (the code is open: quirk B27)`,
    async run(context) {
      const { path, tag } = await givenTag(context)
      await context.given(send(context, path, { description: 'the first' }))
      const late = await send(context, path, { description: 'too late' }, { 'If-Match': tag })
      expectTolerance(context, late, tolerances.wrongTag)
      await expectUnchanged(context, path, { description: 'the first' })
    },
  }),
  check('quoted-etag-is-handled', {
    ...core,
    quirk: 'B27',
    clause: `${request}: If-Match (how a tag is quoted is open)`,
    async run(context) {
      const { path, tag } = await givenTag(context)
      const quoted = `"${tag.replaceAll('"', '')}"`
      expectTolerance(context, await send(context, path, { timeout: 5 }, { 'If-Match': quoted }), tolerances.quotedTag)
    },
  }),
  check('missing-body-is-handled', {
    ...core,
    quirk: 'B18',
    clause: `${request}: functionUpdateFields not required (quirk B18)`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const { state } = await givenState(context, path)
      expectTolerance(context, await context.target.send(updateFunction, { path }), tolerances.updateWithoutBody)
      await expectUnchanged(context, path, state)
    },
  }),
  check('null-field-is-handled', {
    ...core,
    clause: `${request}: functionUpdateFields (null is open)`,
    async run(context) {
      const path = await context.fixture.givenFunction(settings)
      expectTolerance(context, await send(context, path, { description: null }), tolerances.nullField)
    },
  }),
]
