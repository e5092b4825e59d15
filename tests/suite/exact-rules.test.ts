import { expect, test } from 'vitest'
import { isObject } from '../../contracts/core/assertions/expect-response.ts'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { dropHeader, setHeader } from '../../contracts/mutants/response.ts'
import { edits, runChecksOn } from '../testing/run-checks-on.ts'

const { editList, editObject, editQuery, editRequest, editSuccess, editAllResponses, mapRequestBody, rejectBodies } =
  edits

/** Treats another name in a path as `a-b1`. */
const mistake = (operation: string, other: RegExp, end = '-a-b1') =>
  editRequest(operation, ({ path }) => ({ path: path.replace(other, end) }))

const mapEvent = (change: (event: Buffer) => Buffer) =>
  editRequest('InvokeFunction', ({ request }) => ({ bytes: change(Buffer.from(request.body)) }))

const eventCheck = 'InvokeFunction › event-reaches-function-unchanged'

/** A fault that breaks one rule, and the check that must find the fault. */
test.each<[fault: string, check: string, wrap: Wrap]>([
  ['reads a name in another case', 'GetAlias › read-compares-name-exactly', mistake('GetAlias', /-A-B1/)],
  ['decodes a name twice', 'UpdateService › update-compares-name-exactly', mistake('UpdateService', /-%2561-b1/)],
  ['treats _ as -', 'DeleteTrigger › delete-compares-name-exactly', mistake('DeleteTrigger', /-a_b1/)],
  ['lists a similar parent', 'CreateFunction › name-of-parent-is-compared-exactly', mistake('ListFunctions', /-A-B1/)],
  ['removes a space', 'GetFunctionCode › name-of-alias-is-compared-exactly', mistake('GetFunctionCode', /%20/, '')],
  [
    'starts after the start key',
    'ListTriggers › list-starts-at-start-key',
    editList('ListTriggers', (list, { query }) => list.filter((row) => row.triggerName !== query.get('startKey'))),
  ],
  [
    'prefers the start key to the token',
    'ListVersions › page-token-wins-over-start-key',
    editQuery('ListVersions', (query) => query.has('startKey') && query.delete('nextToken')),
  ],
  [
    'returns an empty token',
    'ListAliases › last-page-has-no-page-token',
    editObject('ListAliases', (body) => Object.assign(body, { nextToken: body.nextToken ?? '' })),
  ],
  [
    'ignores the start key of the direction FORWARD',
    'ListVersions › pages-follow-the-direction',
    editQuery('ListVersions', (query) => query.get('direction') === 'FORWARD' && query.delete('startKey')),
  ],
  [
    'hides versions that begin with a deleted number',
    'DeleteVersion › numbers-with-common-digits-are-distinct',
    editList('ListVersions', (list) => {
      const ids = list.map(({ versionId }) => String(versionId))
      return list.filter(({ versionId }) => ids.includes('1') || !String(versionId).startsWith('1'))
    }),
  ],
  [
    'has a default that depends on other fields',
    'CreateService › defaults-do-not-depend-on-other-fields',
    mapRequestBody('CreateService', (body) => ('description' in body ? { internetAccess: false, ...body } : body)),
  ],
  [
    'rejects a runtime that clients send',
    'UpdateFunction › observed-values-are-accepted-of-runtime',
    rejectBodies('UpdateFunction', ({ runtime }) => runtime === 'php7.2'),
  ],
  [
    'rejects integers as weights',
    'CreateAlias › every-weight-is-returned-as-sent',
    rejectBodies('CreateAlias', ({ additionalVersionWeight: weights }) =>
      Object.values(isObject(weights) ? weights : {}).some(Number.isInteger),
    ),
  ],
  [
    'returns checksums as signed numbers',
    'GetFunctionCode › checksums-are-the-same-decimal-text',
    editObject('GetFunctionCode', (body) =>
      Object.assign(body, { checksum: String(BigInt.asIntN(64, BigInt(String(body.checksum)))) }),
    ),
  ],
  ['decodes events as UTF-8', eventCheck, mapEvent((event) => Buffer.from(event.toString('utf8')))],
  ['trims events', eventCheck, mapEvent((event) => Buffer.from(event.toString('latin1').trim(), 'latin1'))],
  ['shortens events', eventCheck, mapEvent((event) => event.subarray(0, 65536))],
  [
    'returns an error type for accepted events',
    'InvokeFunction › headers-of-invocation-appear-when-due',
    editAllResponses('InvokeFunction', (response) => {
      if (response.status === 202) setHeader(response, 'X-Fc-Error-Type', 'HandledInvocationError')
    }),
  ],
  [
    'returns no log',
    'InvokeFunction › log-type-tail-returns-log',
    editSuccess('InvokeFunction', (response) => dropHeader(response, 'x-fc-log-result')),
  ],
])('a server that %s fails %s, which the emulator passes', async (_, check, wrap) => {
  const fits = (id: string) => id === check
  const correct = await runChecksOn({ fits })
  expect(correct.map((outcome) => renderOutcome(outcome))).toEqual(['passed'])
  const [outcome] = await runChecksOn({ wrap, fits })
  expect(outcome?.status).toBe('failed')
})

test('a list that starts after its start key passes with the profile documented only', async () => {
  const wrap = editList('ListAliases', (list, { query }) =>
    list.filter((row) => row.aliasName !== query.get('startKey')),
  )
  const fits = (id: string) => /^ListAliases › (list-starts-at|start-key-is|prefix-and-start)/.test(id)
  const documented = await runChecksOn({ wrap, fits, options: { profile: 'documented' } })
  expect(documented.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed'])
  const observed = await runChecksOn({ wrap, fits })
  expect(observed.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed'])
})
