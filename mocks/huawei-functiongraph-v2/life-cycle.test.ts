import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineRequest } from '../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import { createMock } from '../adapters/fetch/fetch.ts'
import { manualClock } from '../core/clock.ts'

const least = { runtime: 'Python3.9', timeout: 40, handler: 'index.handler', memory_size: 768 }

function create() {
  const clock = manualClock(Date.UTC(2019, 9, 31, 11, 37, 58))
  const mock = createMock({ clock })
  const put = async (urn: string, part: string, body: object, headers: Record<string, string> = {}) => {
    const url = `https://functiongraph.cn-north-4.myhuaweicloud.com/v2/${urn.split(':')[3]}/fgs/functions/${urn}/${part}`
    const response = await mock.fetch(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 't', ...headers },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(200)
    return response.json()
  }
  return { mock, clock, put }
}

test('an update of settings keeps the code, and an update of code keeps the settings', async () => {
  const { clock, put } = create()
  const urn = 'urn:fss:eu-west-101:any-project:function:default:fgsTest'

  const settings = await put(urn, 'config', { ...least, description: 'mine' })
  expect(settings).toMatchObject({ func_urn: urn, code_type: 'zip', last_modified: '2019-10-31 11:37:58' })

  clock.advance(3_600_000)
  const code = await put(`${urn}:latest`, 'code', { ...inlineRequest.value, depend_version_list: ['d1'] })
  expect(code).toMatchObject({ func_urn: `${urn}:latest`, runtime: 'Python3.9', last_modified: '2019-10-31 12:37:58' })
  const bytes = Buffer.from(code.func_code.file, 'base64')
  expect(bytes.toString()).toContain('def handler')
  expect([code.code_size, code.digest]).toEqual([bytes.length, createHash('sha512').update(bytes).digest('hex')])

  clock.advance(1000)
  const after = await put(urn, 'config', { ...least, strategy_config: { concurrency: 3 } })
  expect(after).toEqual({
    ...settings,
    code_type: 'inline',
    code_filename: 'index.py',
    code_size: code.code_size,
    digest: code.digest,
    dependencies: code.dependencies,
    strategy_config: { concurrency: 3 },
    last_modified: '2019-10-31 12:37:59',
    image_name: settings.image_name.replace('191031113758', '191031123759'),
  })
  expect((await put(urn, 'code', inlineRequest.value)).strategy_config).toEqual({ concurrency: 3 })
})

test('functions with the same name are isolated by project, region and namespace, and a reset restores the initial function', async () => {
  const { mock, put } = create()
  const urn = 'urn:fss:cn-north-4:one:function:default:test'
  const toDescription = async (other: string, headers = {}) => (await put(other, 'config', least, headers)).description
  await put(urn, 'config', { ...least, description: 'mine' })
  expect(await toDescription(urn)).toBe('mine')
  expect(await toDescription(urn.replace('one', 'two'))).toBeUndefined()
  expect(await toDescription(urn.replace('cn-north-4', 'cn-south-1'))).toBeUndefined()
  expect(await toDescription(urn, { 'X-Mock-Namespace': 'other' })).toBeUndefined()
  mock.emulator.reset()
  expect(await toDescription(urn)).toBeUndefined()
})

test('a function has the same ids in two mocks', async () => {
  const ask = () => create().put('urn:fss:cn-north-4:one:function:default:test', 'config', least)
  expect(await ask()).toEqual(await ask())
})

test('coverage shows that every operation has a handler', () => {
  const { mock } = create()
  const api = mock.emulator.coverage().find((coverage) => coverage.api === 'huawei-functiongraph-v2')
  expect(api).toMatchObject({ operations: 2, implemented: 2 })
})
