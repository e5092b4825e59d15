import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { toOrigin } from './origin.ts'

const at = (host: string | undefined, socket: { localAddress?: string; localPort?: number; encrypted?: boolean }) =>
  // The test needs only two members of a message.
  toOrigin({ headers: { host }, socket } as unknown as IncomingMessage)

const loopback = { localAddress: '127.0.0.1', localPort: 4010 }

test.each([
  ['a host with its port, as the client used it', 'mock.test:8080', loopback, 'http://mock.test:8080'],
  ['a host without its port', '127.0.0.1', loopback, 'http://127.0.0.1:4010'],
  ['a vendor’s host name', '1.cn-hangzhou.fc.aliyuncs.com', loopback, 'http://127.0.0.1:4010'],
  ['no host', undefined, loopback, 'http://127.0.0.1:4010'],
  ['an invalid host', 'a"b:80', loopback, 'http://127.0.0.1:4010'],
  ['a host with a path', 'a/b:80', loopback, 'http://127.0.0.1:4010'],
  ['an IPv6 host with its port', '[::1]:4010', { localAddress: '::1', localPort: 4010 }, 'http://[::1]:4010'],
  ['an IPv6 socket', '[::1]', { localAddress: '::1', localPort: 4010 }, 'http://[::1]:4010'],
  [
    'an IPv4 client on a dual-stack socket',
    'a',
    { localAddress: '::ffff:10.0.0.7', localPort: 1 },
    'http://10.0.0.7:1',
  ],
  ['TLS', 'localhost:4010', { ...loopback, encrypted: true }, 'https://localhost:4010'],
])('%s gives an origin that the client can reach', (_, host, socket, origin) => {
  expect(at(host, socket)).toBe(origin)
})
