import { isField } from '../core/assertions/assertion.ts'
import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { givenOne, newRequest, read, type Sample } from '../checks/sample.ts'
import { expectCrc64 } from '../core/assertions/code-checksum.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance, type Tolerance } from '../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import { readHeader } from '../core/http/exchange.ts'
import { toResourcePath } from '../core/resource-path.ts'
import { functionSample, toCode } from './samples.ts'
import { tolerances } from './tolerances.ts'

const { createFunction, updateFunction } = api.operations

const core = { operation: createFunction, level: 'core' } as const
const response = '003 CreateFunction, Response parameters'
const request = '003 CreateFunction, Request parameters'

async function create(
  context: CoreContext,
  sample: Sample,
  fields: JsonObject,
  headers: Readonly<Record<string, string>> = {},
) {
  const input = await newRequest(context, sample, fields)
  const created = await context.target.send(createFunction, { ...input, headers })
  return { created, path: toResourcePath(sample.resource, input) ?? {} }
}

/** Settings that may refer to something outside of the target. */
const external: Readonly<Record<string, JsonObject>> = {
  'layer-list': { layers: ['acs:fc:cn-hangzhou:official:layers/Python310/versions/2'] },
  'lifecycle-config': { instanceLifecycleConfig: { preFreeze: { handler: 'index.freeze', timeout: 10 } } },
  'dns-config': {
    customDNS: { nameServers: ['8.8.8.8'], searches: ['a.example'], dnsOptions: [{ name: 'ndots', value: '2' }] },
  },
}

/** A creation that a target may accept or reject. */
function toHandled(
  sample: Sample,
  name: string,
  tolerance: Tolerance,
  clause: string,
  fields: JsonObject,
  { headers, quirk }: { readonly headers?: Readonly<Record<string, string>>; readonly quirk?: string } = {},
): Check {
  return defineCheck(name, {
    ...core,
    quirk,
    clause: `${request}: ${clause}`,
    async run(context) {
      expectTolerance(context, (await create(context, sample, fields, headers)).created, tolerance)
    },
  })
}

/** The checks of CreateFunction that are not generic. Source: 003 CreateFunction. */
export function toCreateFunctionChecks(sample: Sample): readonly Check[] {
  return [
    defineCheck('code-is-not-returned', {
      ...core,
      clause: `${response}: no code is among them`,
      async run(context) {
        const { created } = await givenOne(context, sample, {})
        const finding = { expected: 'no code in the response', actual: 'code' }
        const assertions = [isField(['code'], { is: 'absent' })]
        context.expectThat(!('code' in readObject(created)), { ...finding, assertions }, created)
      },
    }),
    defineCheck('size-and-checksum-match-the-code', {
      ...core,
      clause: `${response}: codeSize, codeChecksum`,
      async run(context) {
        const sums: unknown[] = []
        for (const text of ['the code to measure', 'other code', 'the code to measure']) {
          const { bytes, zipFile } = toCode(text)
          const { created } = await givenOne(context, sample, { code: { zipFile } })
          const { codeSize, codeChecksum } = readObject(created)
          if (codeSize === undefined) context.note('codeSize in the response', 'left out')
          context.expectFields(created, { codeSize }, { codeSize: bytes.length }, 'absent-passes')
          if (codeChecksum === undefined) return context.note('codeChecksum in the response', 'left out')
          expectCrc64(context, created, codeChecksum, bytes)
          sums.push(codeChecksum)
        }
        const [one, other, again] = sums
        const actual = `checksums ${sums.map(String).join(', ')} for code, other code and the first code again`
        const expected = 'one checksum for the same code and another for other code'
        context.expectThat(one === again && one !== other, { expected, actual })
      },
    }),
    ...Object.entries(external).map(([name, fields]) =>
      defineCheck(`${name}-is-stored`, {
        ...core,
        level: 'extended',
        clause: `${request}: ${Object.keys(fields).join(', ')} (its form is observed: quirk B16)`,
        async run(context) {
          const { created, path } = await create(context, sample, fields)
          if (created.response.status === 400) {
            context.expectError(created, 'InvalidArgument')
            context.skip('the target rejects a reference to something outside of it')
          }
          context.expectResponse(created)
          const after = await read(context, sample, path)
          context.expectFields(after, context.expectPresent(after), fields, 'absent-fails')
        },
      }),
    ),
    defineCheck('etag-changes-with-state', {
      ...core,
      clause: `${response}: ETag; 000 UpdateFunction, Request parameters: If-Match`,
      async run(context) {
        const { created, path } = await givenOne(context, sample, {})
        const tag = readHeader(created.response, 'etag')
        if (!tag) return context.skip('the target returns no ETag')
        const input = { path, body: { timeout: 8 }, headers: { 'If-Match': tag } }
        context.expectResponse(await context.target.send(updateFunction, input))
      },
    }),
    defineCheck('matching-checksum-is-accepted', {
      ...core,
      clause: `${request}: X-Fc-Code-Checksum`,
      async run(context) {
        const { bytes, zipFile } = toCode('the code with its checksum')
        const fields = { code: { zipFile } }
        // No source states which CRC-64 it is, so a documented run takes the checksum from a response.
        const isOpen = context.profile === 'documented'
        const { codeChecksum } = isOpen ? readObject((await givenOne(context, sample, fields)).created) : {}
        const checksum = isOpen ? codeChecksum : toCrc64(bytes)
        if (typeof checksum !== 'string') return context.skip('the response has no codeChecksum')
        context.expectResponse((await create(context, sample, fields, { 'X-Fc-Code-Checksum': checksum })).created)
      },
    }),
    toHandled(
      sample,
      'wrong-checksum-is-handled',
      tolerances.wrongChecksum,
      'X-Fc-Code-Checksum (the response to a wrong one is implementation-defined)',
      {},
      { headers: { 'X-Fc-Code-Checksum': '1' } },
    ),
    toHandled(
      sample,
      'empty-code-object-is-handled',
      tolerances.emptyCode,
      'code (quirk X4)',
      { code: {} },
      { quirk: 'X4' },
    ),
    toHandled(
      sample,
      'settings-of-other-runtime-are-handled',
      tolerances.settingOfAnotherRuntime,
      'caPort, customHealthCheckConfig (quirk B24)',
      { caPort: 9000, customHealthCheckConfig: { httpGetUrl: '/ready' } },
      { quirk: 'B24' },
    ),
  ]
}

export const createFunctionChecks = toCreateFunctionChecks(functionSample)
