import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { toFunction } from './fc2-client.ts'

/** Functions are invoked synchronously and asynchronously, with their log, and fail in both ways. */
export async function liveThroughInvocations(client: FC): Promise<void> {
  const names = ['echo', 'greet', 'count', 'refuse', 'crash']
  await client.createService('invocations')
  for (const name of names) await client.createFunction('invocations', toFunction(name))
  await client.publishVersion('invocations')
  await client.createAlias('invocations', 'prod', '1')

  await response(client)
  await fail(client)

  await client.deleteAlias('invocations', 'prod')
  await client.deleteVersion('invocations', '1')
  for (const name of names) await client.deleteFunction('invocations', name)
  await client.deleteService('invocations')
}

async function response(client: FC): Promise<void> {
  const invoke = (name: string, event?: string | Buffer, headers?: Record<string, string>, qualifier?: string) =>
    client.invokeFunction('invocations', name, event, headers, qualifier)

  const greeting = await invoke('greet')
  expect(greeting.data).toBe('hello world')
  expect(greeting.headers).not.toHaveProperty('x-fc-log-result')
  expect(greeting.headers).not.toHaveProperty('x-fc-error-type')
  for (const qualifier of [undefined, 'LATEST', '1', 'prod']) {
    expect((await invoke('echo', '{"a":1}', {}, qualifier)).data, qualifier).toBe('{"a":1}')
  }
  const bytes = Buffer.from([0, 255, 128, 10])
  const echoed = await client.invokeFunction('invocations', 'echo', bytes, {}, undefined, { rawBuf: true })
  expect(echoed.data).toEqual(bytes)

  const logged = await invoke('greet', 'event', { 'x-fc-log-type': 'Tail' })
  const log = Buffer.from(logged.headers['x-fc-log-result'] ?? '', 'base64').toString()
  expect(log).toContain('FC Invoke Start')
  expect(log).toMatch(/Duration: .*Billed Duration: .*Memory Size: 128 MB/s)

  // The package parses a response by its content type. The empty response to an asynchronous call must not have one.
  const later = await invoke('count', 'event', { 'x-fc-invocation-type': 'Async' })
  expect(later.data).toBe('')
  expect(later.headers).not.toHaveProperty('content-type')
  expect((await invoke('count')).data, 'the async call ran, too').toBe('2')
  const asyncLog = { 'x-fc-invocation-type': 'Async', 'x-fc-log-type': 'Tail' }
  await expect(invoke('count', 'event', asyncLog)).rejects.toMatchObject({ code: 'InvalidArgument' })
}

async function fail(client: FC): Promise<void> {
  const refused = await client.invokeFunction('invocations', 'refuse', 'event')
  expect(refused.headers['x-fc-error-type']).toBe('HandledInvocationError')
  expect(toJson(refused.data)).toMatchObject({ errorMessage: 'not today' })
  const crashed = await client.invokeFunction('invocations', 'crash', 'event', { 'x-fc-log-type': 'Tail' })
  expect(crashed.headers['x-fc-error-type']).toBe('UnhandledInvocationError')
  expect(toJson(crashed.data)).toMatchObject({ errorMessage: 'Process exited unexpectedly' })
  expect(crashed.headers['x-fc-log-result']).toEqual(expect.any(String))

  await expect(client.invokeFunction('invocations', 'nobody', 'event')).rejects.toMatchObject({
    name: 'FCFunctionNotFoundError',
    code: 'FunctionNotFound',
  })
}

/** The response of a failing function is JSON. Whether the package parses it depends on the content type. */
function toJson(data: unknown): unknown {
  return typeof data === 'string' ? JSON.parse(data) : data
}
