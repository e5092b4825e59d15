/** What the test suites of the vendor's SDKs expect of the service, in the words of this project. */
import { describe, expect, test } from 'vitest'
import { createDemo, createFc, leastFunction } from '../aliyun-fc/testing/fc.ts'

const functions = '/demo/functions'

describe('services', () => {
  test('a stale ETag has the message that a suite searches for in the text of the body', () => {
    const { send, sendRaw } = createDemo()
    const { Etag = '' } = send('PUT', '/demo', { description: 'd' }).headers
    const stale = { 'if-match': 'invalid etag' }
    expect(sendRaw('DELETE', '/2016-08-15/services/demo', undefined, stale).body).toContain(
      '"ErrorMessage":"the resource being modified has been changed"',
    )
    send('DELETE', `${functions}/f`)
    expect(send('DELETE', '/demo', undefined, { 'if-match': Etag }).status).toBe(204)
  })

  test('network, file systems and log settings are returned as they were sent', () => {
    const { send } = createFc()
    const settings = {
      logConfig: { project: 'p', logstore: 'l', enableRequestMetrics: false, enableInstanceMetrics: false },
      vpcConfig: { vpcId: 'v', vSwitchIds: ['a'], securityGroupId: 's', role: '' },
      nasConfig: { userId: -1, groupId: 10, mountPoints: [{ serverAddr: 'a', mountDir: '/mnt' }] },
      internetAccess: true,
      role: 'acs:ram::1:role/r',
    }
    const { body } = send('POST', '', { serviceName: 'x', description: '测试', ...settings })
    for (const [name, value] of Object.entries({ ...settings, description: '测试' })) {
      expect(body[name], name).toEqual(value)
    }
    expect(send('PUT', '/x', { internetAccess: false }).body).toMatchObject({ ...settings, internetAccess: false })
  })

  test('pages continue by token with or without the start key, and the prefix applies to them', () => {
    const { send } = createFc()
    for (const name of ['abc', 'abd', 'ade', 'bcd', 'bde', 'zzz']) send('POST', '', { serviceName: `t_${name}` })
    const list = (query: string) => send('GET', `?${query}`).body
    const names = (query: string) => list(query).services.map((each: { serviceName: string }) => each.serviceName)
    const { services, nextToken } = list('limit=2&startKey=t_b')
    expect(services.map((each: { serviceName: string }) => each.serviceName)).toEqual(['t_bcd', 't_bde'])
    expect(names(`limit=1&startKey=t_b&nextToken=${nextToken}`)).toEqual(['t_zzz'])
    expect(names(`limit=1&nextToken=${nextToken}`)).toEqual(['t_zzz'])
    expect(names(`limit=2&prefix=t_x&nextToken=${nextToken}`)).toEqual([])
    expect(names('limit=2&prefix=t_a')).toEqual(['t_abc', 't_abd'])
    expect(names('limit=2&prefix=t_ab&startKey=t_abd')).toEqual(['t_abd'])
    expect(list('limit=1&prefix=t_zzz')).not.toHaveProperty('nextToken')
  })
})

describe('functions', () => {
  test('an update keeps the initializer and replaces the environment variables', () => {
    const { send } = createDemo()
    const created = { ...leastFunction, functionName: 'g', initializer: 'i.h', initializationTimeout: 30 }
    send('POST', functions, { ...created, environmentVariables: { a: '1', b: '2' } })
    const update = { initializationTimeout: 60, environmentVariables: { c: '3' } }
    expect(send('PUT', `${functions}/g`, update).body).toMatchObject({ initializer: 'i.h', ...update })
    expect(send('PUT', `${functions}/g`, { environmentVariables: {} }).body.environmentVariables).toEqual({})
  })

  test('the checksum of the code is the same in both reads, and other code has another checksum', () => {
    const { send } = createDemo()
    const { codeChecksum } = send('GET', `${functions}/f`).body
    expect(send('GET', `${functions}/f/code`).body.checksum).toBe(codeChecksum)
    const code = { ossBucketName: 'bucket', ossObjectName: 'other.zip' }
    expect(send('PUT', `${functions}/f`, { code }).body.codeChecksum).not.toBe(codeChecksum)
  })

  test('an asynchronous invocation has an id and no body, also with the log type None', () => {
    const { invoke } = createDemo()
    const { status, headers, text } = invoke('demo/f', 'x', {
      'x-fc-invocation-type': 'Async',
      'x-fc-log-type': 'None',
    })
    expect([status, text, headers['Content-Type']]).toEqual([202, undefined, undefined])
    expect(headers['X-Fc-Request-Id']).toHaveLength(36)
  })
})

describe('versions and aliases', () => {
  test('a service with a version can neither be deleted nor published again, and ids continue after a deletion', () => {
    const { send } = createFc()
    send('POST', '', { serviceName: 'x' })
    expect(send('POST', '/x/versions', { description: 'v1' }).body.versionId).toBe('1')
    expect(send('POST', '/x/versions', { description: 'v2' }).status).toBe(409)
    expect(send('DELETE', '/x').status).toBe(409)
    send('DELETE', '/x/versions/1')
    expect(send('GET', '/x/versions?limit=2').body.versions).toEqual([])
    expect(send('POST', '/x/versions').body.versionId).toBe('2')
  })

  test('a read by version or alias has the description of the version', () => {
    const { send } = createDemo()
    send('POST', '/demo/versions', { description: 'v1' })
    send('POST', '/demo/aliases', { aliasName: 'test', versionId: '1', additionalVersionWeight: { '1': 0.9 } })
    send('PUT', '/demo', { description: 'now' })
    const read = (qualifier: string) => send('GET', `/demo${qualifier}`).body.description
    expect(['', '.LATEST', '.1', '.test'].map(read)).toEqual(['now', 'now', 'v1', 'v1'])
    const list = (qualifier: string) => send('GET', `/demo${qualifier}/functions`).body
    expect(list('.test')).toEqual(list('.1'))
  })

  test('an alias keeps its version if an update has none', () => {
    const { send } = createDemo()
    send('POST', '/demo/versions')
    send('POST', '/demo/aliases', { aliasName: 'a', versionId: '1', description: 'd' })
    const change = { versionId: null, description: '', additionalVersionWeight: { '1': 0.5 } }
    expect(send('PUT', '/demo/aliases/a', change).body).toMatchObject({ ...change, versionId: '1' })
    expect(send('PUT', '/demo/aliases/a', { additionalVersionWeight: { '1': 0.3 } }).body).toMatchObject({
      description: '',
      additionalVersionWeight: { '1': 0.3 },
    })
  })
})

describe('triggers', () => {
  test('five triggers are on three pages of two, and a deleted trigger is missing', () => {
    const { send } = createDemo()
    const triggers = `${functions}/f/triggers`
    for (const at of [1, 2, 3, 4, 5]) {
      send('POST', triggers, { triggerName: `t${at}`, triggerType: 'oss', sourceArn: 's', triggerConfig: {} })
    }
    let pages = 0
    let token: string | undefined = ''
    for (; token !== undefined; pages += 1) token = send('GET', `${triggers}?limit=2&nextToken=${token}`).body.nextToken
    expect(pages).toBe(3)
    send('DELETE', `${triggers}/t1`)
    expect(send('DELETE', `${triggers}/t1`).status).toBe(404)
  })

  test('an update of the role keeps the settings of the event source', () => {
    const { send } = createDemo()
    const trigger = {
      triggerType: 'cdn_events',
      sourceArn: 's',
      invocationRole: 'r',
      triggerConfig: { eventName: 'e' },
    }
    send('POST', `${functions}/f/triggers`, { triggerName: 't', ...trigger })
    const updated = send('PUT', `${functions}/f/triggers/t`, { invocationRole: 'other' })
    expect(updated.body).toMatchObject({ ...trigger, invocationRole: 'other' })
  })

  test('an HTTP trigger keeps an empty role and has no source', () => {
    const { send } = createDemo()
    const triggerConfig = { authType: 'anonymous', methods: ['GET'] }
    const trigger = { triggerName: 't', triggerType: 'http', sourceArn: 'dummy_arn', invocationRole: '', triggerConfig }
    const { body } = send('POST', `${functions}/f/triggers`, trigger)
    expect(body).toMatchObject({ ...trigger, sourceArn: null, description: '' })
  })
})
