import { expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815 as companion } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 as api } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { startWireServer } from '../../testing/wire-server.ts'
import { openTarget } from './open-target.ts'

test.each(['', '/2021-04-06', '/2021-04-06/'])(
  'operations of the companion API use the same server with their own base path and signature: %s',
  async (ending) => {
    const requests: string[] = []
    const server = await startWireServer((socket, request) => {
      const [, line] = /^(\S+ \S+) HTTP/.exec(request) ?? []
      const [, scheme] = /^authorization: (\S+)/im.exec(request) ?? []
      requests.push(`${line} ${scheme}`)
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}')
    })
    onTestFinished(server.close)
    const credentials = { accessKeyId: 'id', accessKeySecret: 'secret' }
    const target = openTarget({ api, companion }, { baseUrl: server.baseUrl + ending, credentials })
    const path = { serviceName: 's', functionName: 'f' }
    await target.send(api.operations.updateFunction, { path, body: {} })
    await target.send(companion.operations.deleteFunction, { path })
    target.close()
    expect(requests).toEqual([
      'PUT /2021-04-06/services/s/functions/f ACS3-HMAC-SHA256',
      'DELETE /2016-08-15/services/s/functions/f FC',
    ])
  },
)
