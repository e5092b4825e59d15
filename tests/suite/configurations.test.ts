import { expect, test } from 'vitest'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { findContract } from '../../contracts/apis.ts'
import { createEdits } from '../../contracts/mutants/edits.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { runChecksOn } from '../testing/run-checks-on.ts'

const apiId = aliyunFc20210406.id
const edits = createEdits(aliyunFc20210406)
const { putProvisionConfig, putFunctionAsyncInvokeConfig } = aliyunFc20210406.operations

/** The put of a configuration for every qualifier stores the configuration of LATEST. */
const ignoreQualifier = edits.editQuery(putFunctionAsyncInvokeConfig.id, (query) => query.delete('qualifier'))

/** A put keeps the values that the request omits. */
const mergeSettings: Wrap = (server) => {
  const sent = new Map<string, object>()
  return edits.editRequest(putFunctionAsyncInvokeConfig.id, ({ path, body }) => {
    const merged = { ...sent.get(path), ...Object(body) }
    sent.set(path, merged)
    return { body: merged }
  })(server)
}

test.each([
  ['ignores the qualifier', ignoreQualifier, 'configurations-of-two-qualifiers-are-separate'],
  ['keeps the values that a put omits', mergeSettings, 'put-without-optional-fields-resets-them'],
])('a server that %s fails the check of the rule', async (_, wrap, name) => {
  const fits = (id: string) => id === `${putFunctionAsyncInvokeConfig.id} › ${name}`
  const statuses = async (fault?: Wrap) =>
    (await runChecksOn({ apiId, fits, ...(fault && { wrap: fault }) })).map(({ status }) => status)
  expect(await statuses()).toEqual(['passed'])
  expect(await statuses(wrap)).toEqual(['failed'])
})

test('a check releases the instances that it provisioned, also if it fails', async () => {
  const targets: unknown[] = []
  const watch: Wrap = (server) => async (request) => {
    if (request.method === 'PUT' && request.url.includes('/provision-config'))
      targets.push(JSON.parse(Buffer.from(request.body).toString()).target)
    return await server(request)
  }
  const lost = edits.dropResponseField(putProvisionConfig.id, 'target')
  const [outcome] = await runChecksOn({
    apiId,
    wrap: (server) => lost(watch(server)),
    fits: (id) => id === `${putProvisionConfig.id} › create-returns-the-created-resource`,
  })
  expect(outcome?.status).toBe('passed') // a documented field may be absent
  expect(targets).toEqual([1, 0])
})

test('no id of a check is used twice', () => {
  const ids = findContract(apiId).checks.map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
})

test('a check that starts instances waits for their end, so that its function can be removed', async () => {
  const outcomes = await runChecksOn({ apiId, fits: (id) => id === 'ListInstances › instances-are-selected' })
  expect(outcomes.map(({ status, leftBehind }) => [status, leftBehind])).toEqual([['passed', []]])
})
