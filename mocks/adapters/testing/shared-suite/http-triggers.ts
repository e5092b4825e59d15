import type { Scenario, Step, SuiteRequest } from './scenario.ts'

const base = '/2016-08-15'
const functions = `${base}/services/web/functions`

/** Adds a function with an HTTP trigger for every method except DELETE. */
function add(functionName: string): Step[] {
  const code = { ossBucketName: 'b', ossObjectName: 'o' }
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'OPTIONS']
  const triggerConfig = { authType: 'anonymous', methods }
  return [
    {
      name: `create ${functionName}`,
      request: { method: 'POST', path: functions, json: { functionName, handler: 'h.h', runtime: 'nodejs8', code } },
      wants: { status: 200 },
    },
    {
      name: `create the trigger of ${functionName}`,
      request: {
        method: 'POST',
        path: `${functions}/${functionName}/triggers`,
        json: { triggerName: 't', triggerType: 'http', triggerConfig },
      },
      wants: { status: 200 },
    },
  ]
}

const visit = (method: SuiteRequest['method'], functionName: string, wants: Step['wants'], body?: string): Step => ({
  name: `${method} of ${functionName}`,
  request: {
    method,
    path: `${base}/proxy/web/${functionName}/a%20path?a=b`,
    ...(body !== undefined && { bytes: new TextEncoder().encode(body) }),
  },
  wants,
})

const createService: Step = {
  name: 'create the service',
  request: { method: 'POST', path: `${base}/services`, json: { serviceName: 'web' } },
  wants: { status: 200 },
}

const html = { 'content-type': 'text/html', 'x-own': 'yes' }

/** Requests through HTTP triggers. */
export const httpTriggerScenarios: readonly Scenario[] = [
  {
    name: 'HTTP triggers pass on methods, statuses, headers and bodies',
    needs: 'trigger-preflight',
    options: {
      behaviour: {
        'aliyun-fc': {
          invocations: [
            {
              function: 'html',
              response: { kind: 'text', text: '<p>hello</p>' },
              http: { status: 201, headers: { 'content-type': 'text/html', 'X-Own': 'yes' } },
            },
            { function: 'empty', response: { kind: 'echo' }, http: { status: 204 } },
          ],
        },
      },
    },
    steps: [
      createService,
      ...['html', 'empty', 'echo'].flatMap(add),
      visit('GET', 'html', { status: 201, headers: html }),
      visit('HEAD', 'html', { status: 201, headers: html }),
      visit('PATCH', 'html', { status: 201, headers: html }, 'change'),
      visit('OPTIONS', 'html', { status: 201, headers: html }),
      visit('DELETE', 'html', { status: 403, body: { ErrorCode: 'AccessDenied' } }),
      visit('PUT', 'empty', { status: 204 }, 'event'),
      visit('PATCH', 'echo', { status: 200, headers: { 'content-type': 'application/octet-stream' } }, 'über'),
      {
        name: 'another qualifier',
        request: { method: 'GET', path: `${base}/proxy/web.none/html/` },
        wants: { status: 404, body: { ErrorCode: 'AliasNotFound' } },
      },
    ],
  },
  {
    name: 'a web page can call a function without a preflight request',
    steps: [createService, ...add('open'), visit('POST', 'open', { status: 200 }, 'über')],
  },
]
