import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'
import { createMock } from '../doors/fetch.ts'
import { handlers } from '../doors/msw.ts'
import { serve } from '../doors/node.ts'
import { runFc2LifeCycle } from './fc2-life-cycle.ts'

test('@alicloud/fc2 lives through the life cycle over HTTP', async () => {
  const served = await serve({ port: 0 })
  try {
    await runFc2LifeCycle({ endpoint: served.url })
    expect(answered(served.emulator)).toBe(10)
  } finally {
    await served.close()
  }
})

test('@alicloud/fc2 lives through the same at the vendor’s own host name, intercepted by MSW', async () => {
  const { emulator } = createMock()
  const server = setupServer(...handlers({ emulator }))
  server.listen({ onUnhandledFrame: 'error' })
  try {
    await runFc2LifeCycle({})
    expect(answered(emulator)).toBe(10)
  } finally {
    server.close()
  }
})

/** How many operations of FC 2016 were called: proof that it was this emulator that answered. */
function answered(emulator: ReturnType<typeof createMock>['emulator']): number | undefined {
  return emulator.coverage().find(({ api }) => api === 'aliyun-fc-2016-08-15')?.exercised
}
