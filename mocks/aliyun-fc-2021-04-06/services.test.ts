import { expect, test } from 'vitest'
import { Service } from '../../schemas/aliyun-fc-2021-04-06/models/service.ts'
import { createDemo, createFc } from '../aliyun-fc/testing/fc.ts'

const ossMountConfig = { mountPoints: [{ bucketName: 'b', mountDir: '/mnt/b', readOnly: true }] }

test('a service has the settings of its creation, and values for those that clients read', () => {
  const { send2021 } = createFc()
  expect(send2021('POST', '', { serviceName: 'demo', ossMountConfig }).body).toMatchObject({
    serviceName: 'demo',
    description: '',
    role: '',
    internetAccess: true,
    logConfig: { project: '', logstore: '' },
    ossMountConfig,
  })
  expect(send2021('GET', '/demo').body.ossMountConfig).toEqual(ossMountConfig)
})

test('the log has the defaults of FC-DEF', () => {
  const { send2021 } = createFc()
  const logConfig = { project: 'p', logstore: 'l' }
  send2021('POST', '', { serviceName: 'demo', logConfig })
  expect(send2021('GET', '/demo').body.logConfig).toEqual({
    ...logConfig,
    enableRequestMetrics: true,
    enableInstanceMetrics: false,
    logBeginRule: 'None',
  })
})

test('an absent field of an update stays unchanged', () => {
  const { send2021 } = createFc()
  send2021('POST', '', { serviceName: 'demo', description: 'd', ossMountConfig })
  expect(send2021('PUT', '/demo', { internetAccess: false }).body).toMatchObject({
    description: 'd',
    internetAccess: false,
    ossMountConfig,
  })
})

test.each(['', '1a', '-a', 'a.b', 'LÄNGE', 'a'.repeat(129)])('the name %j is rejected', (serviceName) => {
  expect(createFc().send2021('POST', '', { serviceName }).status).toBe(400)
})

test('FC 2016 omits settings that it does not accept, and keeps them', () => {
  const { send, send2021 } = createFc()
  const vpcConfig = { vpcId: 'vpc-1' }
  const created = send2021('POST', '', { serviceName: 'demo', vpcConfig, ossMountConfig }).body
  const earlier = send('GET', '/demo').body
  expect(earlier).toMatchObject({ serviceId: created.serviceId })
  expect(earlier).not.toHaveProperty('vpcConfig')
  expect(earlier).not.toHaveProperty('ossMountConfig')
  send('PUT', '/demo', { description: 'new' })
  expect(send2021('GET', '/demo').body).toMatchObject({ vpcConfig, ossMountConfig, description: 'new' })
})

test('FC 2021 returns ids of FC 2016 as numbers, and omits settings that it does not accept', () => {
  const { send, send2021 } = createFc()
  const mountPoints = [{ serverAddr: 'a:/', mountDir: '/mnt' }]
  const nasConfig = { userId: '100', groupId: '-1', mountPoints }
  send('POST', '', { serviceName: 'demo', nasConfig, tracingConfig: { type: 'Other' } })
  const { body } = send2021('GET', '/demo')
  expect(body.nasConfig).toEqual({ userId: 100, groupId: -1, mountPoints })
  expect(body).not.toHaveProperty('tracingConfig')
  expect(Service.safeParse(body).error).toBeUndefined()
  send('PUT', '/demo', { nasConfig: { ...nasConfig, userId: 'root' } })
  expect(send2021('GET', '/demo').body).not.toHaveProperty('nasConfig')
})

test('a version keeps the settings of the service', () => {
  const { send2021 } = createDemo()
  send2021('PUT', '/demo', { role: 'old' })
  send2021('POST', '/demo/versions', { description: 'first' })
  send2021('PUT', '/demo', { role: 'new' })
  expect(send2021('GET', '/demo?qualifier=1').body).toMatchObject({ role: 'old', description: 'first' })
  expect(send2021('GET', '/demo?qualifier=LATEST').body).toMatchObject({ role: 'new' })
  expect(send2021('GET', '/demo?qualifier=').body).toMatchObject({ role: 'new' })
})
