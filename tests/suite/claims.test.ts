import { expect, test } from 'vitest'
import { createEdits } from '../../contracts/mutants/edits.ts'
import { setJson } from '../../contracts/mutants/response.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { runChecksOn } from '../testing/run-checks-on.ts'

const apiId = aliyunFc20210406.id

test('the lists of a deleted parent are checked if some of them are not claimed', async () => {
  const fits = (id: string) => id === 'DeleteFunction › deleted-parent-has-no-lists'
  const options = { unsupported: ['EventSource'] }
  expect(await runChecksOn({ apiId, fits, options })).toMatchObject([{ status: 'passed' }])
  const wrap = createEdits(aliyunFc20210406).editAllResponses('ListTriggers', (response) => {
    response.status = 200
    setJson(response, { triggers: [] })
  })
  expect(await runChecksOn({ apiId, wrap, fits, options })).toMatchObject([{ status: 'failed' }])
  const unsupported = ['EventSource', 'ListTriggers', 'AsyncInvokeConfig', 'StatefulAsyncInvocation', 'Instance']
  expect(await runChecksOn({ apiId, fits, options: { unsupported } })).toMatchObject([
    { status: 'skipped', reason: 'needs ListTriggers, which is not claimed' },
  ])
})

test('the headers of tasks belong to the feature of tasks, and the other headers to functions', async () => {
  const fits = (id: string) => /^InvokeFunction › (accepts|rejects|handles)-X-Fc-/.test(id)
  const outcomes = await runChecksOn({ apiId, fits, options: { unsupported: ['StatefulAsyncInvocation'] } })
  for (const { check, status } of outcomes)
    expect(status, check.id).toBe(check.name.includes('-X-Fc-Stateful-') ? 'skipped' : 'passed')
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['passed', 'skipped']))
})
