import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Check } from '../core/check.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { readHeader } from '../core/http/exchange.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import type { Context, FunctionPath } from './fixtures.ts'
import { tolerances } from './tolerances.ts'
import { settings } from './samples.ts'
import { expectUnchanged, read } from './functions.ts'
import { toResourcePath } from '../core/resource-path.ts'
import { functionResource } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'

const { createFunction } = api.operations

const core = { operation: createFunction, level: 'core' } as const
const response = '003 CreateFunction, Response parameters'
const request = '003 CreateFunction, Request parameters'

async function create({ target, fixture }: Context, fields?: JsonObject, headers: Record<string, string> = {}) {
  const input = { path: { serviceName: fixture.serviceName }, body: fixture.functionBody(fields), headers }
  const created = await target.send(createFunction, input)
  const path = (toResourcePath(functionResource, input) as FunctionPath | undefined) ?? {
    serviceName: fixture.serviceName,
    functionName: '',
  }
  return { created, body: input.body, path }
}

async function given(context: Context, fields?: JsonObject) {
  const made = await create(context, fields)
  const { created } = made
  await context.given(Promise.resolve(created))
  return { ...made, result: readObject(created) }
}

/** What is created, returned and refused. Source: 003 CreateFunction. */
export const createFunctionChecks: readonly Check[] = [
  check('response-shows-what-was-created', {
    ...core,
    clause: response,
    async run(context) {
      const { created, body } = await create(context, settings)
      const { code: _, ...shown } = body
      context.expectFields(created, context.expectResponse(created), shown, 'absent-passes')
    },
  }),
  check('created-values-are-stored', {
    ...core,
    clause: `${request}; 000 UpdateFunction, Response parameters`,
    async run(context) {
      const { body, path } = await given(context, settings)
      const { code: _, ...shown } = body
      const after = await read(context, path)
      context.expectFields(after, context.expectPresent(after), shown, 'absent-fails')
    },
  }),
  check('code-is-not-returned', {
    ...core,
    clause: `${response}: no code is among them`,
    async run(context) {
      const { created, result } = await given(context)
      context.expectThat(!('code' in result), { expected: 'no code in the response', actual: 'code' }, created)
    },
  }),
  check('size-and-checksum-match-the-code', {
    ...core,
    clause: `${response}: codeSize, codeChecksum`,
    async run(context) {
      const sums: unknown[] = []
      for (const text of ['the code to measure', 'other code', 'the code to measure']) {
        const { bytes, zipFile } = context.fixture.code(text)
        const { created, result } = await given(context, { code: { zipFile } })
        if (result.codeSize === undefined) context.note('codeSize in the response', 'left out')
        context.expectFields(created, result, { codeSize: bytes.length }, 'absent-passes')
        if (result.codeChecksum === undefined) return context.note('codeChecksum in the response', 'left out')
        expectCrc64(context, created, result.codeChecksum, bytes)
        sums.push(result.codeChecksum)
      }
      const [one, other, again] = sums
      const actual = `checksums ${sums.map(String).join(', ')} for code, other code and the first code again`
      const expected = 'one checksum for the same code and another for other code'
      context.expectThat(one === again && one !== other, { expected, actual })
    },
  }),
  check('ids-are-unique', {
    ...core,
    clause: `${response}: functionId`,
    async run(context) {
      const [one, other] = [(await given(context)).result.functionId, (await given(context)).result.functionId]
      if (one === undefined) return context.note('functionId in the response', 'left out')
      context.expectThat(one !== other, { expected: 'two ids', actual: `${String(one)} twice` })
    },
  }),
  check('times-are-utc', {
    ...core,
    clause: `${response}: createdTime, lastModifiedTime`,
    async run(context) {
      const { created, result } = await given(context)
      const times = [result.createdTime, result.lastModifiedTime]
      if (times.includes(undefined)) return context.note('createdTime and lastModifiedTime', 'left out')
      const isTime = times.every((time) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(String(time)),
      )
      const finding = { expected: 'two dates and times with their zone', actual: times.map(String).join(', ') }
      context.expectThat(isTime, finding, created)
    },
  }),
  check('duplicate-name-is-rejected', {
    ...core,
    clause: `${request}: functionName (the refusal is observed: quirk C7)`,
    async run(context) {
      const { body, path } = await given(context, { description: 'the first' })
      const input = { path: { serviceName: path.serviceName }, body: { ...body, description: 'the second' } }
      context.expectError(await context.target.send(createFunction, input), 'FunctionAlreadyExists')
      await expectUnchanged(context, path, { description: 'the first' })
    },
  }),
  check('text-is-stored-exactly', {
    ...core,
    clause: `${request}: description`,
    async run(context) {
      const description = ' blanks, "quotes", \\ and äöü 二 😀 '
      const { path } = await given(context, { description })
      const after = await read(context, path)
      context.expectFields(after, context.expectPresent(after), { description }, 'absent-fails')
    },
  }),
  ...(
    [
      ['layer-list', { layers: ['acs:fc:cn-hangzhou:official:layers/Python310/versions/2'] }],
      ['lifecycle-config', { instanceLifecycleConfig: { preFreeze: { handler: 'index.freeze', timeout: 10 } } }],
      [
        'dns-config',
        {
          customDNS: { nameServers: ['8.8.8.8'], searches: ['a.example'], dnsOptions: [{ name: 'ndots', value: '2' }] },
        },
      ],
    ] as const
  ).map(([name, fields]) =>
    check(`${name}-is-stored`, {
      ...core,
      level: 'extended',
      clause: `${request}: ${Object.keys(fields).join(', ')} (its form is observed: quirk B16)`,
      async run(context) {
        const { created, path } = await create(context, fields)
        if (created.response.status === 400) {
          context.expectError(created, 'InvalidArgument')
          context.skip('the target refuses what does not exist outside of it')
        }
        context.expectResponse(created)
        const after = await read(context, path)
        context.expectFields(after, context.expectPresent(after), fields, 'absent-fails')
      },
    }),
  ),
  check('etag-changes-with-state', {
    ...core,
    clause: `${response}: ETag; 000 UpdateFunction, Request parameters: If-Match`,
    async run(context) {
      const { created, path } = await given(context)
      const tag = readHeader(created.response, 'etag')
      if (!tag) return context.skip('the target returns no ETag')
      const input = { path, body: { timeout: 8 }, headers: { 'If-Match': tag } }
      context.expectResponse(await context.target.send(api.operations.updateFunction, input))
    },
  }),
  check('matching-checksum-is-accepted', {
    ...core,
    clause: `${request}: X-Fc-Code-Checksum`,
    async run(context) {
      const code = context.fixture.code('the code with its checksum')
      const fields = { code: { zipFile: code.zipFile } }
      // Which CRC-64 is meant stands on no page: the target's own response says it.
      const isOpen = context.profile === 'documented'
      const checksum = isOpen ? (await given(context, fields)).result.codeChecksum : toCrc64(code.bytes)
      if (typeof checksum !== 'string') return context.skip('the response has no codeChecksum')
      context.expectResponse((await create(context, fields, { 'X-Fc-Code-Checksum': checksum })).created)
    },
  }),
  check('wrong-checksum-is-handled', {
    ...core,
    clause: `${request}: X-Fc-Code-Checksum (what a wrong one leads to is open)`,
    async run(context) {
      expectTolerance(
        context,
        (await create(context, {}, { 'X-Fc-Code-Checksum': '1' })).created,
        tolerances.wrongChecksum,
      )
    },
  }),
  check('empty-code-object-is-handled', {
    ...core,
    quirk: 'X4',
    clause: `${request}: code (quirk X4)`,
    async run(context) {
      expectTolerance(context, (await create(context, { code: {} })).created, tolerances.emptyCode)
    },
  }),
  check('settings-of-other-runtime-are-handled', {
    ...core,
    quirk: 'B24',
    clause: `${request}: caPort, customHealthCheckConfig (quirk B24)`,
    async run(context) {
      const fields = { caPort: 9000, customHealthCheckConfig: { httpGetUrl: '/ready' } }
      expectTolerance(context, (await create(context, fields)).created, tolerances.settingOfAnotherRuntime)
    },
  }),
]
