import { expect, test } from 'vitest'
import { claimGpuInstanceRequest } from '../../schemas/aliyun-fc-2021-04-06/examples/instance.ts'
import { createFc } from '../aliyun-fc/testing/fc.ts'

const path = '/gpuInstances'
const least = { instanceType: 't', imageId: 'm', sourceCidrIp: '10.0.0.0/8' }

test('each claim returns another instance, which can be released once', () => {
  const { call2021 } = createFc()
  const [one, two] = [claimGpuInstanceRequest.value, least].map((body) => call2021('POST', path, body))
  expect(one).toMatchObject({ status: 200 })
  expect(one?.body).toEqual({
    instanceId: expect.stringMatching(/^i-[0-9a-f]{20}$/),
    publicIp: '203.0.113.1',
    createdTime: '2016-08-15 15:00:00.000000000 +0000 UTC m=+00.000000000',
  })
  expect(two?.body).toMatchObject({ publicIp: '203.0.113.2' })
  const release = () => call2021('DELETE', `${path}/${one?.body.instanceId}`)
  expect(release()).toMatchObject({ status: 204, body: undefined })
  expect(release()).toMatchObject({ status: 404, body: { Code: 'InstanceNotFound' } })
  expect(call2021('POST', path, least).body.publicIp, 'the address is free again').toBe('203.0.113.1')
  expect(call2021('DELETE', `${path}/${two?.body.instanceId}`).status).toBe(204)
})

test.each([
  ['without an image', { imageId: undefined }, /^imageId: /],
  ['with an address that is no block', { sourceCidrIp: '10.0.0.0' }, /^sourceCidrIp: /],
  ['with an unknown disk', { diskPerformanceLevel: 'PL9' }, /^DiskPerformanceLevel is set to an invalid value/],
])('a claim %s is rejected with the name of the field', (_, change, message) => {
  const response = createFc().call2021('POST', path, { ...least, ...change })
  expect([response.status, response.body.Code]).toEqual([400, 'InvalidArgument'])
  expect(response.body.Message).toMatch(message)
})
