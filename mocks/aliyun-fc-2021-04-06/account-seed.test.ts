import { expect, test } from 'vitest'
import { createFc, leastFunction } from '../aliyun-fc/testing/fc.ts'

const code = { zipFile: '' }

const withSeed = (seed: object) =>
  createFc({
    seed: {
      'aliyun-fc-2016-08-15': {
        services: [
          {
            serviceName: 'demo',
            functions: [leastFunction],
            versions: [{}],
            aliases: [{ aliasName: 'prod', versionId: '1' }],
          },
        ],
      },
      'aliyun-fc-2021-04-06': seed,
    },
  })

test('seeded layers and domains exist from the start, with the same fields as created ones', () => {
  const { call2021 } = withSeed({
    layers: [{ layerName: 'my', public: true, versions: [{ Code: code }, { Code: code, description: 'second' }] }],
    customDomains: [{ domainName: 'example.com' }],
  })
  expect(call2021('GET', '/layers?public=true').body.layers).toMatchObject([
    { layerName: 'my', version: 2, description: 'second', acl: 1 },
  ])
  expect(call2021('GET', '/custom-domains/example.com').body).toMatchObject({ protocol: 'HTTP' })
})

test('instances come from the seed; an alias has those of its version', () => {
  const path = '/services/demo/functions/f/instances'
  const { call2021 } = withSeed({
    instances: [
      { instanceId: 'a', serviceName: 'demo', functionName: 'f' },
      { instanceId: 'b', serviceName: 'demo', functionName: 'f' },
      { instanceId: 'c', serviceName: 'demo', functionName: 'f', version: '1' },
      { instanceId: 'd', serviceName: 'demo', functionName: 'g' },
    ],
  })
  const list = (query = '') => call2021('GET', `${path}${query}`).body.instances
  expect(list()).toEqual([
    { instanceId: 'a', versionId: '0' },
    { instanceId: 'b', versionId: '0' },
  ])
  expect(list('?qualifier=1')).toEqual([{ instanceId: 'c', versionId: '1' }])
  expect(list('?qualifier=prod')).toEqual(list('?qualifier=1'))
  expect(list('?limit=1')).toMatchObject([{ instanceId: 'a' }])
  expect(list('?instanceIds.1=b&instanceIds.2=c')).toMatchObject([{ instanceId: 'b' }])
  expect(list('?instanceIds=b&instanceIds=a')).toHaveLength(2)
  expect(call2021('GET', `${path}?qualifier=2`)).toMatchObject({ status: 404, body: { Code: 'VersionNotFound' } })
  expect(call2021('GET', `${path}?limit=1001`)).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
})

test('reserved capacities come from the seed, in pages', () => {
  const capacities = ['fc-1', 'fc-2'].map((instanceId) => ({ instanceId, cu: 15, isRefunded: 'false' }))
  const { call2021 } = withSeed({ reservedCapacities: capacities })
  const path = '/reserved-capacities'
  expect(call2021('GET', path).body).toEqual({ reservedCapacities: capacities })
  const { nextToken, ...first } = call2021('GET', `${path}?limit=1`).body
  expect(first).toEqual({ reservedCapacities: capacities.slice(0, 1) })
  const second = call2021('GET', `${path}?nextToken=${nextToken}`).body
  expect(second).toEqual({ reservedCapacities: capacities.slice(1) })
  expect(call2021('GET', `${path}?limit=0`)).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
})

test('settings of the account that the seed does not name have defaults', () => {
  const { call2021 } = withSeed({ accountSettings: { availableAZs: ['cn-test-a'] } })
  expect(call2021('GET', '/account-settings', undefined, { 'x-fc-account-id': '42' }).body).toEqual({
    availableAZs: ['cn-test-a'],
    defaultRole: 'acs:ram::42:role/aliyunfcdefaultrole',
  })
  expect(createFc().call2021('GET', '/account-settings').body.availableAZs).toEqual(['cn-hangzhou-f', 'cn-hangzhou-g'])
})

test.each<[string, unknown, string]>([
  ['a layer without versions', { layers: [{ layerName: 'my', versions: [] }] }, 'layers[0].versions'],
  ['a version without code', { layers: [{ layerName: 'my', versions: [{}] }] }, 'layers[0].versions[0].Code'],
  [
    'code without a place',
    { officialLayers: [{ layerName: 'my', versions: [{ Code: {} }] }] },
    "layer 'my': code: must contain zipFile",
  ],
  ['an invalid domain', { customDomains: [{ domainName: 'x' }] }, 'customDomains[0].domainName'],
  ['a capacity without an id', { reservedCapacities: [{ cu: 1 }] }, 'reservedCapacities[0].instanceId'],
  ['an unknown setting', { accountSettings: { zones: [] } }, 'accountSettings: must not have zones'],
])('a seed with %s is rejected with the name of the field', (_, part, message) => {
  const { emulator } = createFc()
  expect(() => emulator.seed({ 'aliyun-fc-2021-04-06': part })).toThrow(message)
})
