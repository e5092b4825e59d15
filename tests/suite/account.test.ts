import { expect, test } from 'vitest'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { createEdits } from '../../contracts/mutants/edits.ts'
import { runChecksOn, toJsonResponse } from '../testing/run-checks-on.ts'

const edits = createEdits(aliyunFc20210406)

test('no request for optional parameters names another account, where the resources of the run do not exist', async () => {
  const outcomes = await runChecksOn({
    apiId: aliyunFc20210406.id,
    fits: (id) => id.endsWith(' › optional-parameters-are-accepted'),
    wrap: edits.intercept(undefined, async ({ request }, { forward }) =>
      request.headers.some(([name]) => /^x-fc-account-id$/i.test(name))
        ? toJsonResponse(404, { Code: 'ServiceNotFound', Message: 'of another account' })
        : await forward(),
    ),
  })
  expect(outcomes.length).toBeGreaterThan(60)
  expect(outcomes.filter(({ status }) => status === 'failed' || status === 'errored')).toEqual([])
})
