import { expect, test } from 'vitest'
import { inlineRequest } from '../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import { functionGraphClient, toUrn } from './testing/client.ts'

const bothOf = (name: string) => {
  const { putConfig, putCode } = functionGraphClient()
  return [putConfig(name), putCode(name, inlineRequest.value)]
}

test.each(['test', 'test:latest', 'test:newest'])('%s names the function', (name) => {
  const [config, code] = bothOf(name)
  expect(config).toMatchObject({ status: 200, body: { func_urn: toUrn('test'), version: 'latest' } })
  expect(code).toMatchObject({ status: 200, body: { func_urn: toUrn('test:latest') } })
})

test.each([
  ['an unknown name', toUrn('nobody'), 404, 'FSS.1051', 'Not found the function'],
  ['a name in another package', toUrn('test').replace('default', 'other'), 404, 'FSS.1051', 'Not found the function'],
  ['a version of an unknown name', toUrn('nobody:latest'), 404, 'FSS.1051', 'Not found the function'],
  ['an unknown version', toUrn('test:v20200101-000000'), 404, 'FSS.1052', 'Not found the function version'],
  ['an unknown alias', toUrn('test:constructor'), 404, 'FSS.1052', 'Not found the function version'],
  [
    'a published version',
    toUrn('test:v20191025-153727'),
    400,
    'FSS.0400',
    'function_urn: version v20191025-153727 is published; only latest can be changed',
  ],
  [
    'an alias of a published version',
    toUrn('test:release'),
    400,
    'FSS.0400',
    'function_urn: version v20191025-153727 is published; only latest can be changed',
  ],
  [
    'the URN of another project',
    'urn:fss:cn-north-4:other:function:default:test',
    403,
    'FSS.0403',
    'function_urn: names another project than project_id',
  ],
  [
    'a URN of another form',
    'urn:fss:test',
    400,
    'FSS.0400',
    'function_urn: must have the form urn:fss:{region}:{project_id}:function:{package}:{name}, optionally with :{version or alias}',
  ],
])('%s is rejected by both operations', (_, urn, status, error_code, error_msg) => {
  for (const response of bothOf(urn)) expect(response).toMatchObject({ status, body: { error_code, error_msg } })
})

test('the colons of a URN may be encoded', () => {
  expect(bothOf(toUrn('test').replaceAll(':', '%3A')).map(({ status }) => status)).toEqual([200, 200])
})
