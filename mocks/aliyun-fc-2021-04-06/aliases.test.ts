import { expect, test } from 'vitest'
import { createDemo } from '../aliyun-fc/testing/fc.ts'

const routePolicy = { condition: 'OR', policyItems: [{ type: 'Header', key: 'x-user', value: '7', operator: '=' }] }

function createVersions() {
  const fc = createDemo()
  fc.send2021('POST', '/demo/versions')
  fc.send2021('PUT', '/demo/functions/f', { timeout: 9 })
  fc.send2021('POST', '/demo/versions')
  return fc
}

test('an alias has the policy of its creation, which FC 2016 does not show', () => {
  const { send, send2021 } = createVersions()
  const sent = { aliasName: 'a', versionId: '1', additionalVersionWeight: { '2': 0.5 }, routePolicy }
  const { body } = send2021('POST', '/demo/aliases', sent)
  expect(body).toMatchObject({ ...sent, resolvePolicy: 'Random', description: '' })
  const { resolvePolicy, routePolicy: _, ...shared } = body
  expect(send('GET', '/demo/aliases/a').body).toEqual(shared)
  send('PUT', '/demo/aliases/a', { description: 'new' })
  expect(send2021('GET', '/demo/aliases/a').body).toMatchObject({ ...sent, resolvePolicy, description: 'new' })
})

test('an alias of FC 2016 has the default policy', () => {
  const { send, send2021 } = createVersions()
  send('POST', '/demo/aliases', { aliasName: 'a', versionId: '1' })
  expect(send2021('GET', '/demo/aliases').body.aliases).toMatchObject([{ aliasName: 'a', resolvePolicy: 'Random' }])
})

test('an update replaces weights and keeps the absent fields', () => {
  const { send2021 } = createVersions()
  send2021('POST', '/demo/aliases', { aliasName: 'a', versionId: '1', additionalVersionWeight: { '2': 0.5 } })
  const { body } = send2021('PUT', '/demo/aliases/a', { additionalVersionWeight: {}, resolvePolicy: 'Content' })
  expect(body).toMatchObject({ versionId: '1', resolvePolicy: 'Content' })
  expect(body).not.toHaveProperty('additionalVersionWeight')
})

test('an alias is a qualifier', () => {
  const { send2021 } = createVersions()
  send2021('POST', '/demo/aliases', { aliasName: 'a', versionId: '1' })
  expect(send2021('GET', '/demo/functions/f?qualifier=a').body.timeout).toBe(3)
  send2021('PUT', '/demo/aliases/a', { versionId: '2' })
  expect(send2021('GET', '/demo/functions/f?qualifier=a').body.timeout).toBe(9)
})

test.each<[string, object]>([
  ['LATEST', { aliasName: 'LATEST' }],
  ['a number', { aliasName: '1' }],
  ['a hyphen at the start', { aliasName: '-a' }],
  ['129 characters', { aliasName: 'a'.repeat(129) }],
  ['a weight above 1', { aliasName: 'a', additionalVersionWeight: { '2': 1.1 } }],
  ['an unknown operator', policy({ operator: '~' })],
  ['0 percent', policy({ operator: 'percent', value: '0' })],
  ['101 percent', policy({ operator: 'percent', value: '101' })],
  ['a policy without conditions', { aliasName: 'a', routePolicy: { condition: 'AND' } }],
])('an alias with %s is rejected', (_, body) => {
  const { send2021 } = createVersions()
  expect(send2021('POST', '/demo/aliases', { versionId: '1', ...body }).body.Code).toBe('InvalidArgument')
  expect(send2021('GET', '/demo/aliases').body.aliases).toEqual([])
})

test('names that differ from LATEST by one character are accepted', () => {
  const { send2021 } = createVersions()
  for (const aliasName of ['L', 'LA', 'LATES', 'LATESt', 'LATEST_', 'XLATEST', 'latest', '_', 'a'.repeat(128)]) {
    expect(send2021('POST', '/demo/aliases', { aliasName, versionId: '1' }).status, aliasName).toBe(200)
  }
})

function policy(item: object) {
  const [first] = routePolicy.policyItems
  return { aliasName: 'a', routePolicy: { ...routePolicy, policyItems: [{ ...first, ...item }] } }
}
