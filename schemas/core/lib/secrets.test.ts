import { expect, test } from 'vitest'
import { isSecretName } from './secrets.ts'

test.each([
  'Authorization',
  'Proxy-Authorization',
  'cookie',
  'Set-Cookie',
  'X-Auth-Token',
  'X-Subject-Token',
  'X-Mock-Token',
  'x-fc-security-token',
  'x-acs-security-token',
  'SecurityToken',
  'security_token',
  'access_token',
  'Signature',
  'X-Amz-Signature',
  'accessKeySecret',
  'secret_access_key',
  'secretKey',
  'password',
  'privateKey',
])('%s holds a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

test.each(['nextToken', 'x-other', 'accessKeyId', 'signatureMethod', 'X-Sdk-Date', 'secretName'])(
  '%s does not hold a secret',
  (name) => {
    expect(isSecretName(name)).toBe(false)
  },
)
