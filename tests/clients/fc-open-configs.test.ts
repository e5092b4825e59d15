import { test } from 'vitest'
import { serve } from '../../mocks/adapters/http/node.ts'
import { verified } from './access-keys.ts'
import { fcOpenClient } from './fc-open-client.ts'
import { liveThroughConfigs } from './fc-open-configs.ts'

test('@alicloud/fc-open20210406 uses tags, configurations, VPC bindings and event sources', async () => {
  const { port, close } = await serve({ ...verified, port: 0 })
  try {
    await liveThroughConfigs(fcOpenClient(port))
  } finally {
    await close()
  }
})
