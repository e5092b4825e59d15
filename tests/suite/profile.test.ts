import { describe, expect, test } from 'vitest'
import { findContract } from '../../contracts/apis.ts'
import { createEdits } from '../../contracts/mutants/edits.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { headerOf, readObject, setJson } from '../../contracts/mutants/response.ts'
import type { Profile } from '../../contracts/settings/settings.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { edits, runChecksOn } from '../testing/run-checks-on.ts'

/** Returns errors with some of their field names. The emulator returns the documented and the observed ones. */
const withFieldNames = (...kept: readonly string[]) =>
  edits.editResponses(
    undefined,
    (status) => status >= 400,
    (response) => {
      const fields = Object.entries(readObject(response) ?? {}).filter(([name]) => kept.includes(name))
      setJson(response, Object.fromEntries(fields))
    },
  )

async function runOne(profile: Profile, check: string, wrap?: Wrap) {
  const [outcome] = await runChecksOn({ ...(wrap && { wrap }), fits: (id) => id === check, options: { profile } })
  return outcome?.status
}

test.each([
  ['a trigger without documented fields', 'CreateTrigger › timer-without-source-is-handled', 'failed'],
  ['an empty event', 'InvokeFunction › empty-event-is-handled', 'passed'],
  ['the error code for another ETag', 'UpdateService › unknown-etag-is-rejected', 'failed'],
  ['a version without a body', 'PublishVersion › missing-body-is-handled', 'passed'],
  ['a service that has versions', 'DeleteService › service-with-version-is-handled', 'failed'],
])('%s: passes with the profile observed; the check %s with the profile documented: %s', async (_, check, status) => {
  expect(await runOne('observed', check)).toBe('passed')
  expect(await runOne('documented', check)).toBe(status)
})

test.each([
  ['documented', withFieldNames('errorCode', 'errorMessage'), 'passed'],
  ['observed', withFieldNames('ErrorCode', 'ErrorMessage'), 'failed'],
])('errors with %s field names pass with the profile observed', async (_, wrap, status) => {
  const check = 'CreateService › duplicate-name-is-rejected'
  expect(await runOne('observed', check, wrap)).toBe('passed')
  expect(await runOne('documented', check, wrap)).toBe(status)
})

describe('FC 2021: the profile documented requires only what the governing source states', () => {
  const { editResponses, editObject, editRequest } = createEdits(aliyunFc20210406)
  const dropNestedDefault = editObject(['CreateService', 'GetService'], (body) => {
    body.logConfig = {}
  })
  const forgetDescriptionOfVersion = editResponses(
    'GetService',
    (status) => status === 200,
    (response) => setJson(response, { ...readObject(response), description: 'of the service' }),
  )

  const acceptAnyInvocationType = editRequest('InvokeFunction', ({ request }) =>
    headerOf(request, 'x-fc-invocation-type') === 'SYNC' ? { headers: { 'x-fc-invocation-type': 'Sync' } } : undefined,
  )

  test.each([
    ['the field of an error code', 'CreateService › duplicate-name-is-rejected', undefined, 'passed'],
    [
      'a default in a response',
      'CreateService › accepts-logConfig.enableRequestMetrics-default-absent',
      dropNestedDefault,
      'failed',
    ],
    [
      'the description of a version',
      'PublishServiceVersion › description-is-stored-as-sent',
      forgetDescriptionOfVersion,
      'failed',
    ],
    [
      'a status that the source does not list',
      'InvokeFunction › rejects-X-Fc-Invocation-Type-SYNC',
      acceptAnyInvocationType,
      'failed',
      'skipped',
    ],
  ])('%s', async (_, check, wrap, observed, documented = 'passed') => {
    const run = async (profile: Profile) => {
      const apiId = aliyunFc20210406.id
      const [outcome] = await runChecksOn({
        apiId,
        ...(wrap && { wrap }),
        fits: (id) => id === check,
        options: { profile },
      })
      return outcome?.status
    }
    expect(await run('observed')).toBe(observed)
    expect(await run('documented')).toBe(documented)
  })

  test('no check rejects an update without a body, or needs a value that the source does not list', () => {
    const ids = findContract(aliyunFc20210406.id).checks.map(({ id }) => id)
    expect(ids).toContain('CreateService › rejects-body-required-absent')
    expect(
      ids.filter((id) => /^Update.*(body-required-absent|empty-body-is-rejected)|-triggerType-rds$/.test(id)),
    ).toEqual([])
  })
})
