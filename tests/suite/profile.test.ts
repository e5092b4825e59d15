import { expect, test } from 'vitest'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { readObject, setJson } from '../../contracts/mutants/response.ts'
import type { Profile } from '../../contracts/settings/settings.ts'
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
