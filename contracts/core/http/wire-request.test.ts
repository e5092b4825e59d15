import { expect, test } from 'vitest'
import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCanonicalRequest } from '../signing/sign.ts'
import { toWireRequest } from './wire-request.ts'

test.each([
  ['a*', 'a%2A'],
  ["!'()", '%21%27%28%29'],
  ['a b/c~', 'a%20b%2Fc~'],
])('a path with %s is signed as it is sent', (serviceName, encoded) => {
  const { getService } = api.operations
  const { request } = toWireRequest(new URL('http://h'), '/2021-04-06', getService, { path: { serviceName } })
  expect(request.url).toBe(`http://h/2021-04-06/services/${encoded}`)
  expect(toCanonicalRequest(request, [], (path) => path).split('\n')[1]).toBe(`/2021-04-06/services/${encoded}`)
})
