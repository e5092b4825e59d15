import { expect, test } from 'vitest'
import { serve } from '../../mocks/adapters/http/node.ts'
import { unknownKey, verified, wrongKey } from './access-keys.ts'
import { fcOpenClient } from './fc-open-client.ts'
import { createAnything, liveThroughFcOpen } from './fc-open-life-cycle.ts'
import { fc2Client } from './fc2-client.ts'

test('@alicloud/fc-open20210406 creates, uses and deletes functions', async () => {
  const { url, port, emulator, close } = await serve({ ...verified, port: 0 })
  try {
    await liveThroughFcOpen(fcOpenClient(port), fc2Client(url))
    expect(emulator.coverage()).toContainEqual(expect.objectContaining({ api: 'aliyun-fc-2021-04-06', exercised: 25 }))
  } finally {
    await close()
  }
})

test.each([
  ['a wrong secret', wrongKey, 'SignatureNotMatch'],
  ['an unknown key', unknownKey, 'InvalidAccessKeyId'],
])('@alicloud/fc-open20210406 gets the error for %s', async (_, key, code) => {
  const { port, close } = await serve({ ...verified, port: 0 })
  try {
    await expect(createAnything(fcOpenClient(port, key))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^\w+: code: 403, .+ request id: [0-9a-f-]{36}$/s),
      data: { Code: code, statusCode: 403 },
    })
  } finally {
    await close()
  }
})
