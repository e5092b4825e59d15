import { expect, test } from 'vitest'
import { authProfile as fc2016 } from '../../aliyun-fc-2016-08-15/auth.ts'
import { authProfile as fc2021 } from '../../aliyun-fc-2021-04-06/auth.ts'
import { authProfile as functionGraph } from '../../huawei-functiongraph-v2/auth.ts'
import { toNamedAccounts } from './accounts.ts'
import { toRequest } from './testing/requests.ts'

const host = '123456.cn-hangzhou.fc.aliyuncs.com'
const urn = 'urn:fss:cn-north-4:second:function:default:print'

test.each([
  { what: 'nothing', profile: fc2016, request: {}, accounts: [] },
  { what: 'a header', profile: fc2016, request: { headers: { 'x-fc-account-id': '42' } }, accounts: ['42'] },
  { what: 'an empty header', profile: fc2016, request: { headers: { 'x-fc-account-id': '' } }, accounts: [] },
  {
    what: 'a header in quotes',
    profile: fc2021,
    request: { headers: { 'x-fc-account-id': '"42"' } },
    accounts: ['42'],
  },
  { what: 'the host', profile: fc2016, request: { host }, accounts: ['123456'] },
  { what: 'the host with a port', profile: fc2021, request: { host: `${host}:443` }, accounts: ['123456'] },
  {
    what: 'the host in the VPC',
    profile: fc2021,
    request: { host: '7.cn-x-internal.fc.aliyuncs.com' },
    accounts: ['7'],
  },
  { what: 'a loopback address', profile: fc2016, request: { host: '127.0.0.1:4010' }, accounts: [] },
  { what: 'a host that only begins so', profile: fc2016, request: { host: `${host}.evil.test` }, accounts: [] },
  {
    what: 'header and host',
    profile: fc2016,
    request: { host, headers: { 'x-fc-account-id': '42' } },
    accounts: ['42', '123456'],
  },
  {
    what: 'header, path and URN',
    profile: functionGraph,
    request: { path: `/v2/first/fgs/functions/${urn}/config`, headers: { 'x-project-id': 'zero' } },
    accounts: ['zero', 'first', 'second'],
  },
  {
    what: 'an encoded URN',
    profile: functionGraph,
    request: { path: `/v2/first/fgs/functions/${encodeURIComponent(urn)}:latest/code` },
    accounts: ['first', 'second'],
  },
])('the accounts that $what names', ({ profile, request, accounts }) => {
  expect(toNamedAccounts(toRequest(request), profile.accounts).map(({ account }) => account)).toEqual(accounts)
})
