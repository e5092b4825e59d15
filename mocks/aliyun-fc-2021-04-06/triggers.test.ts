import { describe, expect, test } from 'vitest'
import {
  triggerConfigExamples,
  triggerConfigs,
  type TriggerType,
} from '../../schemas/aliyun-fc-2021-04-06/models/trigger-config.ts'
import { createDemo } from '../aliyun-fc/testing/fc.ts'

const root = '/demo/functions/f/triggers'
const config = { events: ['oss:ObjectCreated:*'], filter: { key: { prefix: 'in/', suffix: '.zip' } } }
const oss = { triggerName: 't', triggerType: 'oss', sourceArn: 'acs:oss:cn-shanghai:1:b' }
const text = JSON.stringify(config)

test('one trigger is text in FC 2021 and an object in FC 2016, whichever version creates it', () => {
  const { send, send2021 } = createDemo()
  expect(send2021('POST', root, { ...oss, triggerConfig: text }).body).toMatchObject({ triggerConfig: text })
  expect(send('GET', `${root}/t`).body).toMatchObject({ triggerConfig: config, triggerType: 'oss' })
  send('POST', root, { ...oss, triggerName: 'u', triggerConfig: config })
  expect(send2021('GET', `${root}/u`).body).toMatchObject({ triggerConfig: text })
  expect(send2021('GET', root).body.triggers).toHaveLength(2)
})

test('white space in the text is not stored', () => {
  const { send2021 } = createDemo()
  send2021('POST', root, { ...oss, triggerConfig: JSON.stringify(config, null, 2) })
  expect(send2021('GET', `${root}/t`).body.triggerConfig).toBe(text)
})

describe('an object instead of a text', () => {
  test('is accepted, and named as a leniency', () => {
    const { send, send2021 } = createDemo()
    const { status, headers } = send2021('POST', root, { ...oss, triggerConfig: config })
    expect(status).toBe(200)
    expect(headers['X-Mock-Leniency']).toContain('triggerConfig')
    send2021('PUT', `${root}/t`, { triggerConfig: { events: ['oss:ObjectRemoved:*'] } })
    expect(send('GET', `${root}/t`).body.triggerConfig).toEqual({ ...config, events: ['oss:ObjectRemoved:*'] })
  })

  test('is rejected in strict mode', () => {
    const { send2021 } = createDemo({ strict: true })
    expect(send2021('POST', root, { ...oss, triggerConfig: config })).toMatchObject({
      status: 400,
      body: { Code: 'InvalidArgument', Message: expect.stringContaining('triggerConfig') },
    })
    expect(send2021('POST', root, { ...oss, triggerConfig: text }).status).toBe(200)
  })
})

const types = Object.keys(triggerConfigs) as TriggerType[] // the keys of that very object
const sourceless = ['timer', 'http', 'eventbridge']

describe.each(types)('a trigger of the type %s', (triggerType) => {
  const body = { ...oss, triggerType, triggerConfig: triggerConfigExamples[triggerType] }

  test('keeps its settings', () => {
    const { send2021 } = createDemo()
    expect(send2021('POST', root, body).status).toBe(200)
    const { triggerConfig } = send2021('GET', `${root}/t`).body
    expect(JSON.parse(triggerConfig)).toMatchObject(JSON.parse(triggerConfigExamples[triggerType]))
  })

  test('needs sourceArn only if its source is outside of Function Compute', () => {
    const { sourceArn: _, ...sent } = body
    const { status } = createDemo().send2021('POST', root, sent)
    expect(status).toBe(sourceless.includes(triggerType) ? 200 : 400)
  })
})

test.each<[string, string, string]>([
  ['oss', '{"events":"oss:ObjectCreated:*"}', 'triggerConfig.events'],
  ['oss', '{"filter":{"key":{"prefix":1}}}', 'triggerConfig.filter.key.prefix'],
  ['log', '{"jobConfig":{"maxRetryTime":101}}', 'triggerConfig.jobConfig.maxRetryTime'],
  ['timer', '{"enable":"true"}', 'triggerConfig.enable'],
  ['http', '{"authType":"none"}', 'triggerConfig.authType'],
  ['http', '{"methods":["TRACE"]}', 'triggerConfig.methods[0]'],
  ['cdn_events', '{"filter":{"domain":"a"}}', 'triggerConfig.filter.domain'],
  ['mns_topic', '{"notifyStrategy":"NEVER"}', 'triggerConfig.notifyStrategy'],
  ['eventbridge', '{"eventRuleFilterPattern":"{}"}', 'triggerConfig.eventSourceConfig'],
  ['rds', '{"retry":"2"}', 'triggerConfig.retry'],
  ['oss', '[]', 'triggerConfig'],
  ['oss', '{', 'triggerConfig'],
])('settings of %s that are invalid are rejected with the name of the field: %s', (triggerType, sent, field) => {
  const { send2021 } = createDemo()
  const response = send2021('POST', root, { ...oss, triggerType, triggerConfig: sent })
  expect(response).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
  expect(response.body.Message).toContain(`${field}:`)
  expect(send2021('GET', `${root}/t`).status).toBe(404)
})

test('an update is compared with the type of the trigger, and changes nothing if it is invalid', () => {
  const { send2021 } = createDemo()
  send2021('POST', root, { ...oss, triggerConfig: text })
  const response = send2021('PUT', `${root}/t`, { triggerConfig: '{"events":7}' })
  expect(response).toMatchObject({ status: 400, body: { Message: expect.stringContaining('triggerConfig.events:') } })
  expect(send2021('GET', `${root}/t`).body.triggerConfig).toBe(text)
})

test('settings that are absent from the text of an update keep their values', () => {
  const { send2021 } = createDemo()
  send2021('POST', root, { ...oss, triggerConfig: text })
  const { body } = send2021('PUT', `${root}/t`, { triggerConfig: '{"events":["oss:ObjectRemoved:*"]}' })
  expect(JSON.parse(body.triggerConfig)).toEqual({ ...config, events: ['oss:ObjectRemoved:*'] })
})

test('an update does not change the type of the source of EventBridge', () => {
  const { send2021 } = createDemo()
  const triggerConfig = triggerConfigExamples.eventbridge
  send2021('POST', root, { triggerName: 't', triggerType: 'eventbridge', triggerConfig })
  const parameters = { sourceMNSParameters: { QueueName: 'q' } }
  const change = { eventSourceConfig: { eventSourceType: 'MNS', eventSourceParameters: parameters } }
  const { body } = send2021('PUT', `${root}/t`, { triggerConfig: JSON.stringify(change) })
  expect(JSON.parse(body.triggerConfig).eventSourceConfig).toEqual({
    eventSourceType: 'Default',
    eventSourceParameters: parameters,
  })
})

test('only an HTTP trigger has URLs', () => {
  const { send2021 } = createDemo()
  const http = send2021('POST', root, { ...oss, triggerType: 'http', triggerConfig: '{}' }).body
  expect(http).toMatchObject({
    urlInternet: expect.stringMatching(/^https:\/\/demo-f-\w{8}\.cn-hangzhou\.fcapp\.run$/),
  })
  expect(http.urlIntranet).toContain(`${http.domainName}.cn-hangzhou-vpc`)
  const other = send2021('POST', root, { ...oss, triggerName: 'u', triggerConfig: text }).body
  expect(other).toMatchObject({ sourceArn: oss.sourceArn })
  expect(other).not.toHaveProperty('urlInternet')
})

test('a trigger names the function that it invokes', () => {
  const { send2021 } = createDemo()
  const { body } = send2021('POST', root, { ...oss, triggerConfig: text, qualifier: 'prod' })
  expect(body.targetArn).toBe('acs:fc:cn-hangzhou:123456789012:services/demo.prod/functions/f')
})

test('D17: InvokeFunction does not invoke a function with an HTTP trigger', () => {
  const { send2021 } = createDemo()
  const invoke = () => send2021('POST', '/demo/functions/f/invocations', {})
  expect(invoke().status).toBe(200)
  send2021('POST', root, { ...oss, triggerType: 'http', triggerConfig: '{}' })
  expect(invoke()).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
})
