import { expect, test } from 'vitest'
import { readSignatureParameters } from './signature-parameters.ts'

test.each([
  'Credential=id,SignedHeaders=host;x-acs-date,Signature=ab',
  'Credential=id, SignedHeaders=host;x-acs-date, Signature=ab',
  ' Signature=ab ,Credential=id,  SignedHeaders=Host;X-Acs-Date',
])('"%s" is read', (credentials) => {
  expect(readSignatureParameters(credentials, 'Credential')).toEqual({
    keyId: 'id',
    signature: 'ab',
    signedHeaders: ['host', 'x-acs-date'],
  })
})

test('a value may contain an equals sign', () => {
  const claim = readSignatureParameters('Credential=id,SignedHeaders=host,Signature=YWI=', 'Credential')
  expect(claim?.signature).toBe('YWI=')
})

test.each([
  '',
  'id:ab',
  'Credential=id,SignedHeaders=host',
  'Credential=id,SignedHeaders=,Signature=ab',
  'Credential=,SignedHeaders=host,Signature=ab',
  'Credential=id,SignedHeaders=host,Signature=',
  'Credential=id,SignedHeaders=host;;x-acs-date,Signature=ab',
  'Credential=id,SignedHeaders=host;Host,Signature=ab',
  'Credential=id,Credential=id,SignedHeaders=host,Signature=ab',
  'Credential=id,SignedHeaders=host,Signature=ab,Extra=1',
  'Credential=id SignedHeaders=host Signature=ab',
  'Access=id,SignedHeaders=host,Signature=ab',
  'credential=id,signedheaders=host,signature=ab',
  'Credential=id,SignedHeaders=host,Signature=ab, ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host,Signature=ab',
])('"%s" is malformed', (credentials) => {
  expect(readSignatureParameters(credentials, 'Credential')).toBeUndefined()
})
