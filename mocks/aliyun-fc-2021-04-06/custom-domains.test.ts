import { expect, test } from 'vitest'
import { createDomainRequest, createSecureDomainRequest } from '../../schemas/aliyun-fc/examples/custom-domain.ts'
import { createFc } from '../aliyun-fc/testing/fc.ts'

const path = '/custom-domains'
const refused = (status: number, Code: string) => ({ status, body: { Code } })

test('a domain has the account of the caller, its times and its settings', () => {
  const { call2021 } = createFc()
  const created = call2021('POST', path, createDomainRequest.value, { 'x-fc-account-id': '42' })
  expect(created).toMatchObject({ status: 200 })
  expect(created.body).toEqual({
    ...createDomainRequest.value,
    accountId: '42',
    apiVersion: '2016-08-15',
    createdTime: '2016-08-15T15:00:00Z',
    lastModifiedTime: '2016-08-15T15:00:00Z',
  })
  const { body } = call2021('GET', `${path}/example.com`, undefined, { 'x-fc-account-id': '42' })
  expect(body).toEqual(created.body)
})

test('without a protocol it is HTTP, and without an account it is the account of the documents', () => {
  const { call2021 } = createFc()
  const { body } = call2021('POST', path, { domainName: 'a.example.com' })
  expect(body).toMatchObject({ protocol: 'HTTP', accountId: '123456789012' })
})

test('no response contains the private key, and an update of another field keeps the certificate', () => {
  const { call2021, clock } = createFc()
  const { privateKey: _, ...shown } = createSecureDomainRequest.value.certConfig
  expect(call2021('POST', path, createSecureDomainRequest.value).body.certConfig).toEqual(shown)
  clock.advance(1000)
  const updated = call2021('PUT', `${path}/example.com`, { wafConfig: { enableWAF: true } }).body
  expect(updated).toMatchObject({
    protocol: 'HTTP,HTTPS',
    certConfig: shown,
    wafConfig: { enableWAF: true },
    createdTime: '2016-08-15T15:00:00Z',
    lastModifiedTime: '2016-08-15T15:00:01Z',
  })
  expect(call2021('GET', path).body.customDomains).toEqual([updated])
  expect(JSON.stringify([updated, call2021('GET', `${path}/example.com`).body])).not.toContain('PRIVATE KEY')
})

test('an update replaces whole structures', () => {
  const { call2021 } = createFc()
  call2021('POST', path, createDomainRequest.value)
  const routeConfig = { routes: [{ path: '/*', serviceName: 's', functionName: 'f' }] }
  expect(call2021('PUT', `${path}/example.com`, { routeConfig }).body.routeConfig).toEqual(routeConfig)
})

test('a route may name a function that does not exist, and all seven methods', () => {
  const { call2021 } = createFc()
  const methods = ['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']
  const routeConfig = { routes: [{ path: '/a', serviceName: 'none', functionName: 'none', methods }] }
  expect(call2021('POST', path, { domainName: 'a.example.com', routeConfig }).body).toMatchObject({ routeConfig })
})

test('a name exists once; after its deletion it can be created again', () => {
  const { call2021 } = createFc()
  call2021('POST', path, { domainName: 'a.example.com' })
  expect(call2021('POST', path, { domainName: 'a.example.com' })).toMatchObject(refused(409, 'DomainNameAlreadyExists'))
  expect(call2021('DELETE', `${path}/a.example.com`)).toMatchObject({ status: 204, body: undefined })
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const response = call2021(method, `${path}/a.example.com`, method === 'PUT' ? {} : undefined)
    expect(response).toMatchObject(refused(404, 'DomainNameNotFound'))
  }
  expect(call2021('POST', path, { domainName: 'a.example.com' }).status).toBe(200)
})

test('domains are listed by name, in pages', () => {
  const { call2021 } = createFc()
  for (const name of ['b', 'a', 'ab']) call2021('POST', path, { domainName: `${name}.com` })
  const list = (query = '') => call2021('GET', `${path}${query}`).body
  const names = (query = '') => list(query).customDomains.map((item: { domainName: string }) => item.domainName)
  expect(names()).toEqual(['a.com', 'ab.com', 'b.com'])
  expect(names('?prefix=ab')).toEqual(['ab.com'])
  const { nextToken } = list('?limit=1')
  expect(names(`?limit=2&nextToken=${nextToken}`)).toEqual(['ab.com', 'b.com'])
  expect(list('?limit=0')).toEqual({ customDomains: [] })
  expect(call2021('GET', `${path}?limit=101`)).toMatchObject(refused(400, 'InvalidArgument'))
})

test.each([
  ['no name', {}, /^domainName: /],
  ['a name without a dot', { domainName: 'Auto' }, /^domainName: /],
  ['an unknown protocol', { domainName: 'a.com', protocol: 'FTP' }, /^Protocol is set to an invalid value/],
  ['a certificate name that starts with a digit', { domainName: 'a.com', certConfig: { certName: '1a' } }, /certName/],
  ['TLS settings without a version', { domainName: 'a.com', tlsConfig: { cipherSuites: [] } }, /minVersion/],
  ['an unknown method', { domainName: 'a.com', routeConfig: { routes: [{ methods: ['TRACE'] }] } }, /methods/i],
])('a domain with %s is rejected with the name of the field, and not stored', (_, body, message) => {
  const { call2021 } = createFc()
  const response = call2021('POST', path, body)
  expect(response).toMatchObject(refused(400, 'InvalidArgument'))
  expect(response.body.Message).toMatch(message)
  expect(call2021('GET', path).body.customDomains).toEqual([])
})
