import { createHash } from 'node:crypto'
import { huaweiFunctionGraphV2 as api } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { expectState, givenState, read } from '../checks/sample.ts'
import { fail, toText } from '../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { check } from './check.ts'
import type { Code } from './fixtures.ts'
import { functionSample } from './samples.ts'
import { toCodeFacts } from './state.ts'
import { tolerances } from './tolerances.ts'

const { updateFunctionCode, updateFunctionConfig } = api.operations

const dependencyVersions = ['5d0f6d2c', '7e1a8c4b', '9b3c2d1e'].map((start) => `${start}-1c3b-4f4e-8a57-9b8c7d6e5f40`)

const core = { operation: updateFunctionCode, level: 'core' } as const
const extended = { operation: updateFunctionCode, level: 'extended' } as const
const table = '002 Modifying the Code of a Function, Table 3'
const response = '002 Modifying the Code of a Function, Table 5'
const settings = '001 Modifying the Metadata of a Function, Table 13'

const toDigest = ({ bytes }: Code) => createHash('sha512').update(bytes).digest('hex')

/** The checks of UpdateFunctionCode that are not generic. Source: 002. */
export const updateFunctionCodeChecks: readonly Check[] = [
  ...(['archive', 'inline'] as const).map((form) =>
    check(`size-and-digest-match-${form === 'archive' ? 'the-archive' : 'inline-code'}`, {
      ...core,
      clause: `${response}: code_type, code_filename, code_size, digest`,
      async run(context) {
        const { target, fixture, expectResponse, expectFields } = context
        const path = await fixture.givenFunction()
        const code = form === 'archive' ? fixture.zip('to be measured') : fixture.source('to be measured')
        const body = form === 'archive' ? fixture.archive('to be measured') : fixture.inline('to be measured')
        const result = await target.send(updateFunctionCode, { path, body })
        const { code_type, code_filename } = body
        const facts = { code_type, code_filename, code_size: code.bytes.length, digest: toDigest(code) }
        expectFields(result, expectResponse(result, 200), facts, 'absent-passes')
        const after = await read(context, functionSample, path)
        expectFields(after, expectResponse(after), facts, 'absent-passes')
      },
    }),
  ),
  check('file-name-is-stored-exactly', {
    ...extended,
    clause: `${table}: code_filename; ${response}: code_filename`,
    async run(context) {
      const { target, fixture, expectResponse, expectFields } = context
      const path = await fixture.givenFunction()
      const code_filename = ' an index.zip '
      const result = await target.send(updateFunctionCode, { path, body: fixture.archive('named', { code_filename }) })
      if (result.response.status === 400)
        context.skip('the target rejects spaces in a file name, which is implementation-defined')
      expectFields(result, expectResponse(result, 200), { code_filename }, 'absent-passes')
      const after = await read(context, functionSample, path)
      const { code_filename: shown } = expectResponse(after)
      if (shown === undefined || shown === code_filename) return
      // The response to the update was right.
      const finding = { expected: `code_filename ${code_filename}`, actual: `code_filename ${toText(shown)}` }
      fail({ operation: after.operation.id, clause: `${settings}: code_filename` }, finding, after)
    },
  }),
  check('code-update-is-seen-in-settings', {
    ...core,
    clause: `${response}: digest; ${settings}: digest`,
    async run(context) {
      const { fixture, target } = context
      const path = await fixture.givenFunction()
      await fixture.givenCode(path, fixture.archive('the first'))
      const first = await givenState(context, functionSample, path)
      const result = await context.given(target.send(updateFunctionCode, { path, body: fixture.archive('the second') }))
      const second = await givenState(context, functionSample, path)
      const digests = [first.digest, readObject(result).digest, second.digest]
      if (digests.includes(undefined)) return context.note('digest in the responses', 'left out')
      const [before, responded, after] = digests
      const finding = { expected: 'another digest, the same in both responses', actual: digests.map(String).join(', ') }
      context.expectThat(before !== responded && responded === after, finding, result)
    },
  }),
  check('sent-code-is-returned', {
    ...core,
    clause: `${response}: func_code`,
    async run({ target, fixture, expectResponse, expectThat, note }) {
      const path = await fixture.givenFunction()
      const result = await target.send(updateFunctionCode, { path, body: fixture.inline('to be shown') })
      const { func_code } = expectResponse(result, 200)
      const file = Object(func_code).file as unknown // a response of any form
      if (file === undefined || file === '') return note('the code in the response', 'left out')
      const expected = fixture.source('to be shown').file
      expectThat(file === expected, { expected: `func_code.file ${expected}`, actual: String(file) }, result)
    },
  }),
  check('code-update-keeps-settings', {
    ...core,
    clause: `${table}: no setting is among its fields`,
    async run(context) {
      const { fixture } = context
      const path = await fixture.givenFunction()
      await fixture.givenSettings(path, { description: 'to be left', ephemeral_storage: 10240 })
      const state = await givenState(context, functionSample, path)
      const facts = Object.keys(toCodeFacts(state))
      await fixture.givenCode(path, fixture.archive('new code'))
      const others = Object.entries(state).filter(([field]) => !facts.includes(field))
      await expectState(context, functionSample, path, Object.fromEntries(others))
    },
  }),
  check('runtime-matches-the-function', {
    ...core,
    clause: `${response}: runtime`,
    async run({ target, fixture, supplied, expectResponse, expectFields }) {
      const path = await fixture.givenFunction()
      const result = await target.send(updateFunctionCode, { path, body: fixture.archive('with a runtime') })
      expectFields(result, expectResponse(result, 200), { runtime: supplied.runtime?.[0] }, 'absent-passes')
    },
  }),
  check('dependency-versions-are-returned', {
    ...extended,
    clause: `${table}: depend_version_list; ${response}: depend_version_list`,
    async run({ target, fixture, expectResponse, expectFields, skip }) {
      const path = await fixture.givenFunction()
      const depend_version_list = ['5d0f6d2c-1c3b-4f4e-8a57-9b8c7d6e5f40']
      const body = fixture.archive('with a dependency', { depend_version_list })
      const result = await target.send(updateFunctionCode, { path, body })
      if (result.response.status === 400 || result.response.status === 404) {
        skip('the target rejects a reference to something outside of it')
      }
      expectFields(result, expectResponse(result, 200), { depend_version_list }, 'absent-passes')
    },
  }),
  ...[updateFunctionCode, updateFunctionConfig].map((operation) =>
    check('dependencies-follow-their-versions', {
      operation,
      level: 'extended',
      clause: `${response}: depend_list, dependencies; ${settings}: dependencies`,
      async run(context) {
        const { target, fixture, note, skip } = context
        const path = await fixture.givenFunction()
        const ids = new Set<unknown>()
        for (const depend_version_list of [dependencyVersions.slice(0, 2), dependencyVersions.slice(2)]) {
          const body = fixture.archive('with dependencies', { depend_version_list })
          const sent = await target.send(updateFunctionCode, { path, body })
          if (sent.response.status === 400 || sent.response.status === 404) {
            skip('the target rejects a reference to something outside of it')
          }
          const shown = operation === updateFunctionCode ? sent : await read(context, functionSample, path)
          const { dependencies, depend_list } = context.expectResponse(shown)
          const found = [
            ...(Array.isArray(dependencies) ? [dependencies.map((item) => Object(item).dep_id as unknown)] : []),
            ...(Array.isArray(depend_list) ? [depend_list as unknown[]] : []),
          ]
          if (found.length === 0) return note('the dependencies of a function', 'left out')
          for (const list of found) {
            const isNew = list.every((id) => typeof id === 'string' && id !== '' && !ids.has(id))
            const isRight =
              isNew && [list.length, new Set(list).size].every((size) => size === depend_version_list.length)
            const expected = `one new id for each of ${depend_version_list.length} dependency versions`
            context.expectThat(isRight, { expected, actual: `the ids ${list.join(', ')}` }, shown)
          }
          for (const list of found) for (const id of list) ids.add(id)
        }
      },
    }),
  ),
  check('obs-code-url-is-returned', {
    ...extended,
    clause: `${table}: code_url; ${response}: code_url`,
    async run({ target, fixture, expectResponse, expectFields, skip }) {
      const path = await fixture.givenFunction()
      const code_url = 'https://demo-bucket.obs.example.com/index.zip'
      const body = { code_type: 'obs', code_url, code_filename: 'index.zip' }
      const result = await target.send(updateFunctionCode, { path, body })
      if (result.response.status === 400) skip('the target rejects a reference to something outside of it')
      expectFields(result, expectResponse(result, 200), { code_url, code_type: 'obs' }, 'absent-passes')
    },
  }),
  check('empty-code-is-handled', {
    ...core,
    clause: `${table}: func_code.file, empty for the default code`,
    async run(context) {
      const path = await context.fixture.givenFunction()
      const body = context.fixture.inline('', { func_code: { file: '', link: '' } })
      expectTolerance(context, await context.target.send(updateFunctionCode, { path, body }), tolerances.emptyCode)
    },
  }),
  ...toRefusals(),
]

/**
 * Code that does not match its type. The source requires base64. Validation of archives and the limit of inline code are
 * observed, so a target may accept such code.
 */
function toRefusals(): readonly Check[] {
  const text = Buffer.from('no archive at all').toString('base64')
  const inline = Buffer.alloc(10 * 1024 + 1, 'x').toString('base64')
  const cases: readonly [name: string, clause: string, body: JsonObject][] = [
    ['non-base64-code-is-rejected', 'func_code.file, in base64', { code_type: 'zip', func_code: { file: '%%%' } }],
    [
      'plain-text-inline-code-is-rejected',
      'func_code.file, in base64',
      { code_type: 'inline', code_filename: 'index.py', func_code: { file: 'def handler(event, context):\n  pass' } },
    ],
    ['invalid-archive-is-handled', 'code_type zip', { code_type: 'zip', func_code: { file: text } }],
    ['invalid-jar-is-handled', 'code_type jar', { code_type: 'jar', func_code: { file: text } }],
  ]
  const toCheck = (
    name: string,
    clause: string,
    body: JsonObject,
    codes: readonly string[],
    statuses: readonly number[],
  ) =>
    check(name, {
      ...extended,
      clause: `${table}: ${clause} (the error is observed)`,
      async run(context) {
        const path = await context.fixture.givenFunction()
        const before = await givenState(context, functionSample, path)
        const sent = { code_filename: 'index.zip', ...body }
        const result = await context.target.send(updateFunctionCode, { path, body: sent })
        const succeeds = name.endsWith('-is-handled')
        const about = succeeds ? clause : 'code that is not in base64'
        const isTaken = expectTolerance(context, result, { about, codes, undocumented: statuses, succeeds })
        if (!isTaken) await expectState(context, functionSample, path, before)
      },
    })
  const badCode = ['FSS.0400', 'FSS.1011']
  return [
    ...cases.map(([name, clause, body]) => toCheck(name, clause, body, badCode, [400])),
    toCheck(
      'large-inline-code-is-handled',
      'code_type inline, at most 10 KB',
      { code_type: 'inline', code_filename: 'index.py', func_code: { file: inline } },
      ['FSS.1072', ...badCode],
      [400, 413],
    ),
  ]
}
