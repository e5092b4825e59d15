import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { leastFunction } from '../../mocks/aliyun-fc/testing/fc.ts'

const origin = 'http://127.0.0.1'
const project = '0123456789abcdef'

/** A new mock, and one function for each API that sends JSON to it. */
export function createClient(options: Parameters<typeof createMock>[0] = {}) {
  const mock = createMock(options)
  const sendText = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
    mock.fetch(`${origin}${path}`, { method, headers, ...(body !== undefined && { body }) })
  const toSend =
    (base: string) =>
    (method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Response> =>
      sendText(method, base + path, body && JSON.stringify(body), headers)
  return {
    mock,
    sendText,
    /** FC 2016-08-15. */
    send: toSend('/2016-08-15'),
    /** FC 2021-04-06. */
    send2021: toSend('/2021-04-06'),
    /** FunctionGraph v2. The path is `config` or `code` of an existing function. */
    sendGraph: toSend(`/v2/${project}/fgs/functions/urn:fss:cn-north-4:${project}:function:default:fgsTest/`),
    lastEntry: () => mock.emulator.requestLog().at(-1),
  }
}

/** The same with a service `demo` that contains a function `f`. */
export async function createDemo(options?: Parameters<typeof createMock>[0]) {
  const client = createClient(options)
  await client.send('POST', '/services', { serviceName: 'demo' })
  await client.send('POST', '/services/demo/functions', leastFunction)
  return client
}

/** The required fields of a settings update of FunctionGraph. */
export const leastConfig = { handler: 'index.handler', memory_size: 256, timeout: 40, runtime: 'Node.js18.15' }
