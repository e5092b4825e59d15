import { expect, test } from 'vitest'
import { createPublished, sourceArn } from './testing/config-requests.ts'

test('a service is bound to VPCs, each once, until the binding is deleted', () => {
  const { send, call } = createPublished()
  const list = () => call('GET', '/services/demo/bindings').body
  expect(list()).toEqual({ vpcIds: [] })
  for (const vpcId of ['vpc-2', 'vpc-1', 'vpc-2']) {
    expect(call('POST', '/services/demo/bindings', { vpcId })).toMatchObject({ status: 200, body: undefined })
  }
  expect(list()).toEqual({ vpcIds: ['vpc-1', 'vpc-2'] })
  expect(call('DELETE', '/services/demo/bindings/vpc-2').status).toBe(200)
  expect(call('DELETE', '/services/demo/bindings/vpc-2').status).toBe(200)
  expect(list()).toEqual({ vpcIds: ['vpc-1'] })
  expect(call('POST', '/services/demo/bindings', {})).toMatchObject({
    status: 400,
    body: { Message: expect.stringMatching(/^vpcId: /) },
  })
  send('POST', '', { serviceName: 'other' })
  expect(call('GET', '/services/other/bindings').body).toEqual({ vpcIds: [] })
})

test('an event source is registered for a qualifier, listed and removed', () => {
  const { clock, call } = createPublished()
  const root = '/services/demo/functions/f/event-sources'
  const one = `${root}/${encodeURIComponent(sourceArn)}`
  const registered = call('POST', root, { sourceArn }).body
  expect(registered).toEqual({ sourceArn, createdTime: '2016-08-15T15:00:00.000+0000' })
  clock.advance(1000)
  expect(call('POST', root, { sourceArn }).body, 'the same event source').toEqual(registered)
  expect(call('GET', `${root}?qualifier=LATEST`).body).toEqual({ eventSources: [registered] })
  expect(call('GET', `${root}?qualifier=prod`).body).toEqual({ eventSources: [] })
  expect(call('DELETE', `${one}?qualifier=prod`)).toMatchObject({ status: 404, body: { Code: 'EventSourceNotFound' } })
  expect(call('DELETE', one).status).toBe(204)
  expect(call('GET', root).body).toEqual({ eventSources: [] })
})

test('a function whose last configuration is deleted leaves nothing in the state', () => {
  const { call, emulator } = createPublished()
  call('POST', '/services/demo/bindings', { vpcId: 'vpc-1' })
  const before = emulator.exportState()
  const root = '/services/demo/functions/f'
  call('POST', `${root}/event-sources`, { sourceArn })
  call('PUT', `${root}/on-demand-config?qualifier=LATEST`, { maximumInstanceCount: 1 })
  call('PUT', `${root}/async-invoke-config`, {})
  expect(emulator.exportState()).not.toBe(before)
  call('DELETE', `${root}/event-sources/${encodeURIComponent(sourceArn)}`)
  call('DELETE', `${root}/on-demand-config?qualifier=LATEST`)
  call('DELETE', `${root}/async-invoke-config`)
  expect(emulator.exportState()).toBe(before)
})
