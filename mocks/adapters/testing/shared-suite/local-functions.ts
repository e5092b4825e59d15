import { type Scenario, type Step, type SuiteRequest, toHexText } from './scenario.ts'

const services = '/2016-08-15/services'

const invoke = (version: string, event: string, wants: Step['wants'], headers: SuiteRequest['headers'] = {}): Step => ({
  name: `invoke with ${event} through ${version}`,
  request: {
    method: 'POST',
    path: `/${version}/services/local/functions/hello/invocations`,
    headers,
    bytes: new TextEncoder().encode(event),
  },
  wants,
})

const toHex = (text: string) => ({ hex: toHexText(new TextEncoder().encode(text)) })

/** The results of the function by its event. */
const results: Readonly<Record<string, () => unknown>> = {
  text: () => 'hello',
  bytes: () => Uint8Array.of(0, 255),
  json: () => ({ hello: ['world'] }),
  promise: async () => ({ late: true }),
  nothing: () => undefined,
  handled: async () => new RangeError('too far'),
  rejected: () => Promise.reject(new Error('boom')),
  bigint: () => 1n,
}

const failure = (errorMessage: string, errorType: string) => ({
  errorMessage,
  errorType,
  stackTrace: [`${errorType}: ${errorMessage}`],
})

/** Invocation rules that run a function in the process of the mock. */
export const localFunctionScenarios: readonly Scenario[] = [
  {
    name: 'local functions return the results of invocations',
    options: {
      behaviour: {
        'aliyun-fc': {
          invocations: [
            {
              function: 'web',
              answer: (event, { http, function: { name }, service }) => ({
                statusCode: 201,
                headers: { 'Content-Type': 'text/plain' },
                body: `${service.name}/${name}: ${http?.method} ${http?.path}?${http?.query} ${event}`,
              }),
            },
            { function: 'hello', answer: (event) => results[String(event)]?.() },
          ],
        },
      },
    },
    steps: [
      {
        name: 'create the service',
        request: { method: 'POST', path: services, json: { serviceName: 'local' } },
        wants: { status: 200 },
      },
      ...['hello', 'web'].map((functionName) => ({
        name: `create the function ${functionName}`,
        request: {
          method: 'POST',
          path: `${services}/local/functions`,
          json: { functionName, handler: 'h.h', runtime: 'nodejs8', code: { ossBucketName: 'b', ossObjectName: 'o' } },
        } as const,
        wants: { status: 200 },
      })),
      {
        name: 'create the trigger',
        request: {
          method: 'POST',
          path: `${services}/local/functions/web/triggers`,
          json: {
            triggerName: 't',
            triggerType: 'http',
            triggerConfig: { authType: 'anonymous', methods: ['GET', 'POST'] },
          },
        },
        wants: { status: 200 },
      },
      ...['2016-08-15', '2021-04-06'].flatMap((version) => [
        invoke(version, 'text', { status: 200, body: toHex('hello') }),
        invoke(version, 'bytes', { status: 200, body: { hex: '00ff' } }),
        invoke(version, 'json', { status: 200, body: { hello: ['world'] } }),
        invoke(version, 'promise', { status: 200, body: { late: true } }),
        invoke(version, 'nothing', { status: 200 }),
        invoke(version, 'handled', {
          status: 200,
          headers: { 'x-fc-error-type': 'HandledInvocationError' },
          body: failure('too far', 'RangeError'),
        }),
        invoke(version, 'rejected', {
          status: 200,
          headers: { 'x-fc-error-type': 'UnhandledInvocationError' },
          body: failure('boom', 'Error'),
        }),
        invoke(version, 'bigint', { status: 200, headers: { 'x-fc-error-type': 'UnhandledInvocationError' } }),
        {
          ...invoke(version, 'text', { status: 202 }, { 'X-Fc-Invocation-Type': 'Async' }),
          name: `start through ${version}`,
        },
      ]),
      {
        name: 'a request through the trigger',
        request: {
          method: 'POST',
          path: '/2016-08-15/proxy/local/web/a/path?b=c',
          bytes: new TextEncoder().encode('e'),
        },
        wants: {
          status: 201,
          headers: { 'content-type': 'text/plain' },
          body: toHex('local/web: POST /a/path?b=c e'),
        },
      },
    ],
  },
]
