import { test } from 'vitest'
import { serve } from '../../mocks/adapters/http/node.ts'
import { verified } from './access-keys.ts'
import { liveThroughAccount } from './fc-open-account.ts'
import { fcOpenClient } from './fc-open-client.ts'

test('@alicloud/fc-open20210406 uses layers, custom domains, tasks, instances and the account', async () => {
  const reservedCapacities = [{ instanceId: 'fc-1', cu: 15 }]
  const seed = { 'aliyun-fc-2021-04-06': { reservedCapacities } }
  const { port, close } = await serve({ ...verified, port: 0, seed })
  try {
    await liveThroughAccount(fcOpenClient(port))
  } finally {
    await close()
  }
})
