import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { toFunction } from './fc2-client.ts'

/** Each error that a client can cause has its own name in the client. The other scenarios test stale ETags. */
export async function liveThroughRefusals(client: FC): Promise<void> {
  await client.createService('refusals')
  await client.createFunction('refusals', toFunction('f'))
  const timer = { triggerName: 't', triggerType: 'timer', triggerConfig: {} }
  const calls: readonly (readonly [code: string, call: () => Promise<unknown>])[] = [
    ['InvalidArgument', () => client.createService('other', { internetAccess: 'yes' })],
    ['InvalidArgument', () => client.listServices({ limit: 101 })],
    ['InvalidArgument', () => client.listServices({ nextToken: 'made up' })],
    ['InvalidArgument', () => client.createFunction('refusals', { ...toFunction('g'), code: { zipFile: '%' } })],
    ['InvalidArgument', () => client.createFunction('refusals', { ...toFunction('g'), runtime: 'cobol' })],
    ['ServiceNotFound', () => client.updateService('none', {})],
    ['ServiceNotFound', () => client.createFunction('none', toFunction('f'))],
    ['ServiceNotFound', () => client.listVersions('none', {})],
    ['FunctionNotFound', () => client.getFunctionCode('refusals', 'none')],
    ['FunctionNotFound', () => client.createTrigger('refusals', 'none', timer)],
    ['TriggerNotFound', () => client.updateTrigger('refusals', 'f', 'none', {})],
    ['TriggerNotFound', () => client.deleteTrigger('refusals', 'f', 'none')],
    ['VersionNotFound', () => client.invokeFunction('refusals', 'f', 'event', {}, '1')],
    ['AliasNotFound', () => client.updateAlias('refusals', 'none', '1')],
    ['AliasNotFound', () => client.deleteAlias('refusals', 'none')],
  ]
  for (const [code, call] of calls) {
    const failure = await call().then(
      () => 'no error',
      (error: unknown) => error,
    )
    // The package puts the status and the request id only in the message.
    const message = expect.stringMatching(/failed with 4\d\d\. requestid: [0-9a-f-]{36}, message: .+\.$/s)
    expect(failure, `${code}: ${call}`).toMatchObject({ name: `FC${code}Error`, code, message })
    expect(String(failure)).not.toContain('message: undefined')
  }
  await client.deleteFunction('refusals', 'f')
  await client.deleteService('refusals')
}
