import { deterministicStart } from '../../../core/deterministic.ts'
import { member, type Scenario, type Step, type SuiteRequest } from './scenario.ts'

const services = '/2016-08-15/services'

const create = (serviceName: string, headers: Readonly<Record<string, string>> = {}): Step => ({
  name: `create ${serviceName}`,
  request: { method: 'POST', path: services, headers, json: { serviceName } },
  wants: { status: 200 },
})
const list = (name: string, names: readonly string[], headers: Readonly<Record<string, string>> = {}): Step => ({
  name,
  request: { method: 'GET', path: services, headers },
  wants: { status: 200, body: { services: names.map((serviceName) => ({ serviceName })) } },
})
const control = (name: string, method: SuiteRequest['method'], path: string, json?: unknown, body?: unknown): Step => ({
  name,
  request: { method, path: `/_mock/${path}`, ...(json !== undefined && { json }) },
  wants: { status: 200, ...(body !== undefined && { body }) },
})

/** The control API, forced errors and injected faults. */
export const controlScenarios: readonly Scenario[] = [
  {
    name: 'the control API shows the state of the mock and the request log',
    steps: [
      control('health', 'GET', 'health', undefined, { status: 'ok' }),
      control('ready', 'GET', 'ready', undefined, { status: 'ready', auth: 'off', deterministic: true }),
      create('a'),
      {
        name: 'the request log',
        request: { method: 'GET', path: '/_mock/request-log?operation=CreateService' },
        wants: {
          status: 200,
          body: { entries: [{ id: 1, request: { path: services, body: { text: '{"serviceName":"a"}' } } }] },
        },
        // Only some fields, because clients add headers, and not all clients can name an account.
        compare: (body) =>
          (body as { entries: { id: number; time: string; response: unknown }[] }).entries.map(
            ({ id, time, response }) => ({ id, time, response }),
          ),
      },
      control('coverage', 'GET', 'coverage'),
      {
        name: 'an unknown control path',
        request: { method: 'GET', path: '/_mock/nothing' },
        wants: { status: 404, body: { error: 'the control API has no /_mock/nothing' } },
      },
      {
        name: 'a body that is not JSON',
        request: { method: 'POST', path: '/_mock/faults', bytes: new TextEncoder().encode('{') },
        wants: { status: 400 },
      },
    ],
  },
  {
    name: 'state is stored, restored, copied and reset',
    steps: [
      create('a'),
      control('store a snapshot', 'POST', 'snapshot'),
      create('b'),
      list('both', ['a', 'b']),
      {
        name: 'restore the snapshot',
        request: ({ responseTo }) => ({
          method: 'POST',
          path: '/_mock/restore',
          json: { snapshot: member(responseTo('store a snapshot'), 'snapshot') },
        }),
        wants: { status: 200, body: { status: 'restored' } },
      },
      list('one', ['a']),
      control('copy the namespace', 'POST', 'fork', { to: 'other' }, { status: 'forked' }),
      create('c', { 'X-Mock-Namespace': 'other' }),
      list('two in the copy', ['a', 'c'], { 'X-Mock-Namespace': 'other' }),
      list('still one', ['a']),
      control('reset the namespace', 'POST', 'reset', undefined, { status: 'reset' }),
      list('none', []),
      control('seed the namespace', 'POST', 'seed', {
        'huawei-functiongraph-v2': [
          { func_name: 'seeded', runtime: 'Python3.9', handler: 'index.handler', memory_size: 128, timeout: 3 },
        ],
      }),
      {
        name: 'use a seeded resource',
        request: {
          vendor: 'functiongraph',
          method: 'PUT',
          path: '/v2/p1/fgs/functions/urn:fss:cn-north-4:p1:function:default:seeded/config',
          json: { func_name: 'seeded', handler: 'a.b', memory_size: 256, timeout: 3, runtime: 'Python3.9' },
        },
        wants: { status: 200, body: { func_name: 'seeded', memory_size: 256 } },
      },
    ],
  },
  {
    name: 'the clock can be set, advanced and released',
    steps: [
      control('set the clock', 'POST', 'clock', { set: '2030-01-02T03:04:05Z' }, { now: '2030-01-02T03:04:05.000Z' }),
      create('a'),
      control('advance the clock', 'POST', 'clock', { advance: 60_000 }),
      {
        name: 'update with the clock set',
        request: { method: 'PUT', path: `${services}/a`, json: { description: 'later' } },
        wants: { status: 200 },
      },
      control('release the clock', 'DELETE', 'clock', undefined, { touched: false }),
    ],
  },
  {
    name: 'any documented error can be forced',
    steps: [
      {
        name: 'by its code',
        request: { method: 'GET', path: services, headers: { Prefer: 'error=AccessDenied' } },
        wants: { status: 403, body: { ErrorCode: 'AccessDenied' } },
      },
      {
        name: 'by its status, as with Prism',
        request: { method: 'GET', path: `${services}/a`, headers: { Prefer: 'code=404' } },
        wants: { status: 404, body: { ErrorCode: 'ServiceNotFound' } },
      },
      {
        name: 'in the query',
        request: { method: 'GET', path: `${services}?__error=InternalServerError` },
        wants: { status: 500, body: { ErrorCode: 'InternalServerError' } },
      },
      {
        name: 'an error that the operation cannot return',
        request: { method: 'GET', path: services, headers: { Prefer: 'error=TriggerNotFound' } },
        wants: { status: 400, body: { ErrorCode: 'InvalidArgument' } },
      },
    ],
  },
  {
    name: 'injected faults are applied',
    steps: [
      control('inject an error', 'POST', 'faults', { operation: 'ListServices', count: 1, status: 503 }),
      {
        name: 'get the injected error',
        request: { method: 'GET', path: services },
        wants: { status: 503 },
      },
      list('once only', []),
      control('inject a delay', 'POST', 'faults', { operation: 'ListServices', count: 1, delayMs: 20 }),
      list('get a delayed response', []),
      // This step has no count and comes last, because Chromium retries a request on a connection that breaks, even a
      // POST, and each attempt uses ids.
      control('inject a reset', 'POST', 'faults', { operation: 'CreateService', connection: 'reset' }),
      {
        name: 'get a reset connection',
        request: { method: 'POST', path: services, json: { serviceName: 'a' } },
        wants: { status: 0 },
      },
    ],
  },
  {
    name: 'a deterministic mock returns the same on every platform',
    steps: [
      {
        ...control('the clock', 'GET', 'clock'),
        wants: { status: 200, body: { now: new Date(deterministicStart).toISOString() } },
      },
      create('a'),
      {
        ...control('a second later', 'GET', 'clock'),
        wants: { status: 200, body: { now: new Date(deterministicStart + 1000).toISOString() } },
      },
    ],
  },
]
