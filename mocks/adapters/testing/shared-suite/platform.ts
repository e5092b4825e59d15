import type { Scenario } from './scenario.ts'

const services = '/2016-08-15/services'

/** Features that not every platform supports, one scenario for each. */
export const platformScenarios: readonly Scenario[] = [
  {
    name: 'a GET request may have a body, which is limited like other bodies',
    needs: 'get-body',
    options: { maxBodyBytes: 1000 },
    steps: [
      {
        name: 'list with a body that is too large',
        request: { method: 'GET', path: services, bytes: new Uint8Array(2000) },
        wants: { status: 400, body: { ErrorCode: 'InvalidArgument' } },
      },
    ],
  },
  {
    name: 'a dot segment in a path is an ordinary name',
    needs: 'dot-segments',
    steps: [
      {
        name: 'read a service named ..',
        request: { method: 'GET', path: `${services}/..` },
        wants: { status: 404, body: { ErrorCode: 'ServiceNotFound' } },
      },
    ],
  },
  {
    name: 'header names have the case that clients expect',
    needs: 'header-case',
    steps: [
      {
        name: 'create a service',
        request: { method: 'POST', path: services, json: { serviceName: 'a' } },
        wants: { status: 200 },
      },
    ],
  },
  {
    name: 'the host names the account',
    needs: 'host-header',
    steps: [
      {
        name: 'create a service in one account',
        request: { method: 'POST', path: services, json: { serviceName: 'a' } },
        wants: { status: 200 },
      },
      {
        name: 'read it in another',
        request: { method: 'GET', path: `${services}/a`, headers: { Host: '2.cn-hangzhou.fc.aliyuncs.com' } },
        wants: { status: 404, body: { ErrorCode: 'ServiceNotFound' } },
      },
    ],
  },
  {
    name: 'a response is truncated',
    needs: 'truncated-responses',
    steps: [
      {
        name: 'inject the fault',
        request: { method: 'POST', path: '/_mock/faults', json: { operation: 'ListServices', connection: 'truncate' } },
        wants: { status: 200 },
      },
      { name: 'list', request: { method: 'GET', path: services }, wants: { status: 200 } },
    ],
  },
]
