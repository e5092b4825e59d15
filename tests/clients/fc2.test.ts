import type FC from '@alicloud/fc2'
import { setupServer } from 'msw/node'
import { afterEach, describe, expect, test } from 'vitest'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { serve } from '../../mocks/adapters/http/node.ts'
import { handlers } from '../../mocks/adapters/msw/msw.ts'
import { unknownKey, verified, wrongKey } from './access-keys.ts'
import { fc2Client, toFunction } from './fc2-client.ts'
import { liveThroughCode } from './fc2-code.ts'
import { liveThroughFunctions } from './fc2-functions.ts'
import { liveThroughHttpTriggers } from './fc2-http-triggers.ts'
import { liveThroughInvocations } from './fc2-invocations.ts'
import { liveThroughObserved } from './fc2-observed.ts'
import { liveThroughRefusals } from './fc2-refusals.ts'
import { liveThroughServices } from './fc2-services.ts'
import { liveThroughTriggers } from './fc2-triggers.ts'
import { liveThroughVersions } from './fc2-versions.ts'
import { invocationRules } from '../../scripts/sdks/invocation-rules.ts'

const options = {
  ...verified,
  behaviour: { 'aliyun-fc': { invocations: invocationRules } },
}

type Emulator = ReturnType<typeof createMock>['emulator']

/** A mock behind one adapter, and where a client finds it. */
interface Opened {
  readonly emulator: Emulator
  readonly endpoint: string | undefined
  readonly close: () => unknown
}

const adapters: readonly { readonly adapter: string; readonly open: () => Promise<Opened> }[] = [
  {
    adapter: 'over HTTP',
    open: async () => {
      const { emulator, url, close } = await serve({ ...options, port: 0 })
      return { emulator, endpoint: url, close }
    },
  },
  {
    adapter: 'at the vendor’s own host name, intercepted by MSW',
    open: async () => {
      const { emulator } = createMock(options)
      const server = setupServer(...handlers({ emulator }))
      server.listen({ onUnhandledFrame: 'error' })
      return { emulator, endpoint: undefined, close: () => server.close() }
    },
  },
]

const lives: readonly (readonly [what: string, live: (client: FC) => Promise<void>])[] = [
  ['services', liveThroughServices],
  ['functions', liveThroughFunctions],
  ['triggers', liveThroughTriggers],
  ['versions and aliases', liveThroughVersions],
  ['code', liveThroughCode],
  ['invocations', liveThroughInvocations],
  ['tags, configurations, custom domains and the account', liveThroughObserved],
  ['HTTP triggers', liveThroughHttpTriggers],
  ['refusals', liveThroughRefusals],
]

describe.each(adapters)('@alicloud/fc2 $adapter', ({ open }) => {
  let opened: Opened | undefined
  afterEach(() => opened?.close())
  const start = async () => {
    opened = await open()
    return opened
  }

  test.each(lives)('creates, uses and deletes %s', async (_, live) => {
    const { endpoint } = await start()
    const client = fc2Client(endpoint)
    await live(client)
    expect((await client.listServices({})).data.services, 'all that was made is gone').toEqual([])
  })

  test('a request to an HTTP trigger with another key is rejected', async () => {
    const { endpoint } = await start()
    const client = fc2Client(endpoint)
    await client.createService('web')
    await client.createFunction('web', toFunction('page'))
    const triggerConfig = { authType: 'function', methods: ['GET'] }
    await client.createTrigger('web', 'page', { triggerName: 't', triggerType: 'http', triggerConfig })
    expect((await client.get('/proxy/web/page/', { a: 'b' })).data).toBe('')
    const intruder = fc2Client(endpoint, wrongKey).get('/proxy/web/page/', { a: 'b' })
    await expect(intruder).rejects.toMatchObject({ code: 'SignatureNotMatch' })
  })

  test.each([
    ['a wrong secret', wrongKey, 'SignatureNotMatch'],
    ['an unknown key', unknownKey, 'InvalidAccessKeyID'],
  ])('gets the error for %s', async (_, key, code) => {
    const { endpoint } = await start()
    await expect(fc2Client(endpoint, key).createService('theirs')).rejects.toMatchObject({
      name: `FC${code}Error`,
      code,
      message: expect.stringMatching(/failed with 403\. requestid: [0-9a-f-]{36}, message: .+\.$/s),
    })
  })

  test('all scenarios run at once and cover every operation', async () => {
    const { emulator, endpoint } = await start()
    await Promise.all(lives.map(([, live]) => live(fc2Client(endpoint))))
    // Only this emulator counts: nothing else can have returned. The package has no VPC bindings.
    expect(toUncalled(emulator)).toEqual(['CreateVpcBinding', 'DeleteVpcBinding', 'ListVpcBindings'])
  })
})

function toUncalled(emulator: Emulator): string[] {
  const { detail = [] } = emulator.coverage().find(({ api }) => api === aliyunFc20160815.id) ?? {}
  return detail.filter(({ calls }) => calls === 0).map(({ operation }) => operation)
}
