import { expect, test } from 'vitest'
import { apiMocks } from '../apis.ts'
import { toReadAccount } from './account.ts'
import { toRequest } from './auth/testing/requests.ts'
import { createBoxes } from './testing/boxes.ts'

const read = toReadAccount({
  schemes: [],
  codes: { missing: '', undated: '', unknownKey: '', mismatch: '', skewed: '', forbidden: '' },
  accounts: [
    { in: 'host', pattern: /^(\d+)\./ },
    { in: 'header', name: 'x-account' },
    { in: 'path', pattern: /^\/of\/(\w+)/ },
  ],
})

test.each([
  ['the path before the header', { path: '/of/p', headers: { 'x-account': 'h', host: '1.example' } }, 'p'],
  ['the header before the host', { path: '/', headers: { 'x-account': 'h', host: '1.example' } }, 'h'],
  ['the host', { path: '/', headers: { host: '1.example' } }, '1'],
  ['the host if the header is empty', { path: '/', headers: { 'x-account': '', host: '1.example' } }, '1'],
  ['nothing without a name', { path: '/', headers: {} }, undefined],
])('an account is read from %s', (_, request, expected) => {
  expect(read(toRequest(request))).toBe(expected)
})

test('an API without a profile names no accounts', () => {
  expect(toReadAccount(undefined)(toRequest())).toBeUndefined()
})

test('the accounts and projects of the vendors are found where their clients put them', () => {
  const [fc2016, fc2021, functionGraph] = apiMocks.map(({ authProfile }) => toReadAccount(authProfile))
  const named = toRequest({ headers: { 'x-fc-account-id': '12', host: '127.0.0.1:4010' } })
  expect([fc2016?.(named), fc2021?.(named)]).toEqual(['12', '12'])
  expect(fc2016?.(toRequest({ headers: { host: '34.cn-hangzhou.fc.aliyuncs.com' } }))).toBe('34')
  const path = '/v2/p1/fgs/functions/urn:fss:r:p2:function:default:f/config'
  expect(functionGraph?.(toRequest({ path, headers: { 'x-project-id': 'p3' } }))).toBe('p1')
})

const of = (account: string) => ({ 'x-box-account': account })

test('two accounts are isolated, and a client without an account shares the state of the first', () => {
  const { send } = createBoxes()
  send('PUT', '/v9/boxes/a', { weight: 1 }, of('one'))
  send('PUT', '/v9/boxes/a', { weight: 2 }, of('two'))
  const weight = (headers?: Record<string, string>) => send('GET', '/v9/boxes/a', undefined, headers).body.weight
  expect([weight(of('one')), weight(of('two')), weight()]).toEqual([1, 2, 1])
  expect(send('GET', '/v9/boxes/a', undefined, of('three')).status).toBe(404)
})

test('state that was stored without an account belongs to the first account that is named, even by a read', () => {
  const { send } = createBoxes()
  send('PUT', '/v9/boxes/a', { weight: 1 })
  expect(send('GET', '/v9/boxes/a', undefined, of('one')).body.weight).toBe(1)
  expect(send('GET', '/v9/boxes/a', undefined, of('two')).status).toBe(404)
})

test('with a default account, requests without an account use only its state', () => {
  const { send } = createBoxes({ defaultAccount: 'home' })
  send('PUT', '/v9/boxes/a', { weight: 1 }, of('other'))
  expect(send('GET', '/v9/boxes/a').status).toBe(404)
  send('PUT', '/v9/boxes/a', { weight: 2 })
  expect(send('GET', '/v9/boxes/a', undefined, of('home')).body.weight).toBe(2)
})
