import { expect, test } from 'vitest'
import { authenticate } from './authenticate.ts'
import { toOptions, toRequest } from './testing/requests.ts'

const tokens = [{ token: 'good' }, { token: 'own', accountId: 'p1' }]
const judge = (token: string, path = '/', mode: 'present' | 'verify' = 'verify') =>
  authenticate(toRequest({ path, headers: { 'x-auth-token': token } }), toOptions('auth-token', { tokens, mode }))

test('a known token is accepted, with its project if it has one', () => {
  expect(judge('good')).toEqual({ kind: 'passed' })
  expect(judge('own')).toEqual({ kind: 'passed', accountId: 'p1' })
})

test.each(['bad', 'Good', 'good, good', 'good1'])('the token "%s" is rejected', (token) => {
  expect(judge(token)).toMatchObject({ kind: 'refused', code: 'unknownKey' })
  expect(judge(token, '/', 'present')).toEqual({ kind: 'passed' })
})

test('an empty token counts as absent', () => {
  expect(judge('')).toMatchObject({ kind: 'refused', code: 'missing' })
  expect(judge('', '/', 'present')).toMatchObject({ kind: 'refused', code: 'missing' })
})

test('a token of another project is forbidden', () => {
  expect(judge('own', '/accounts/p2/x')).toMatchObject({ kind: 'refused', code: 'forbidden' })
  expect(judge('own', '/accounts/p1/x')).toEqual({ kind: 'passed', accountId: 'p1' })
  expect(judge('good', '/accounts/p2/x')).toEqual({ kind: 'passed' })
})

test('without configured tokens, no token is accepted', () => {
  const request = toRequest({ headers: { 'x-auth-token': 'good' } })
  expect(authenticate(request, toOptions('auth-token'))).toMatchObject({ code: 'unknownKey' })
})
