import type { Scenario, Step, SuiteRequest } from './scenario.ts'

const services = '/2016-08-15/services'

const refused = (name: string, request: SuiteRequest, status: number, ErrorCode: string): Step => ({
  name,
  request,
  wants: { status, body: { ErrorCode } },
})

/** Invalid requests: one for each stage that can reject them, in the order of the stages. */
export const refusalScenarios: readonly Scenario[] = [
  {
    name: 'invalid requests are rejected',
    options: { maxBodyBytes: 2000 },
    steps: [
      { name: 'a path outside of all APIs', request: { method: 'GET', path: '/2099-01-01/x' }, wants: { status: 404 } },
      refused('an unknown path', { method: 'GET', path: '/2016-08-15/nothing' }, 400, 'PathNotSupported'),
      refused('an unsupported method', { method: 'DELETE', path: services }, 400, 'PathNotSupported'),
      refused(
        'a body that is too large',
        { method: 'POST', path: services, json: { serviceName: 'a', description: 'x'.repeat(2000) } },
        400,
        'EntityTooLarge',
      ),
      refused('broken percent-encoding', { method: 'GET', path: `${services}/%ff` }, 400, 'InvalidArgument'),
      refused('an invalid query', { method: 'GET', path: `${services}?limit=many` }, 400, 'InvalidArgument'),
      refused(
        'no JSON',
        { method: 'POST', path: services, bytes: new TextEncoder().encode('{"serviceName":') },
        400,
        'InvalidArgument',
      ),
      refused('no body', { method: 'POST', path: services }, 400, 'InvalidArgument'),
      refused('a wrong type', { method: 'POST', path: services, json: { serviceName: 1 } }, 400, 'InvalidArgument'),
      refused('a missing resource', { method: 'GET', path: `${services}/none` }, 404, 'ServiceNotFound'),
      {
        name: 'create',
        request: { method: 'POST', path: services, json: { serviceName: 'a' } },
        wants: { status: 200 },
      },
      refused(
        'an existing resource',
        { method: 'POST', path: services, json: { serviceName: 'a' } },
        409,
        'ServiceAlreadyExists',
      ),
      refused(
        'a stale ETag',
        { method: 'DELETE', path: `${services}/a`, headers: { 'If-Match': 'other' } },
        412,
        'PreconditionFailed',
      ),
    ],
  },
]
