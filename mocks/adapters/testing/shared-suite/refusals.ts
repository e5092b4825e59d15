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
    name: 'what is wrong is refused by the stage that finds it',
    options: { maxBodyBytes: 2000 },
    steps: [
      { name: 'a path that nothing serves', request: { method: 'GET', path: '/2099-01-01/x' }, wants: { status: 404 } },
      refused('a path that the API lacks', { method: 'GET', path: '/2016-08-15/nothing' }, 400, 'PathNotSupported'),
      refused('a method that the path lacks', { method: 'DELETE', path: services }, 400, 'PathNotSupported'),
      refused(
        'a body that is too large',
        { method: 'POST', path: services, json: { serviceName: 'a', description: 'x'.repeat(2000) } },
        400,
        'EntityTooLarge',
      ),
      refused('no encoding', { method: 'GET', path: `${services}/%ff` }, 400, 'InvalidArgument'),
      refused('a wrong query', { method: 'GET', path: `${services}?limit=many` }, 400, 'InvalidArgument'),
      refused(
        'no JSON',
        { method: 'POST', path: services, bytes: new TextEncoder().encode('{"serviceName":') },
        400,
        'InvalidArgument',
      ),
      refused('no body', { method: 'POST', path: services }, 400, 'InvalidArgument'),
      refused('a wrong type', { method: 'POST', path: services, json: { serviceName: 1 } }, 400, 'InvalidArgument'),
      refused('a thing that is not there', { method: 'GET', path: `${services}/none` }, 404, 'ServiceNotFound'),
      {
        name: 'create',
        request: { method: 'POST', path: services, json: { serviceName: 'a' } },
        wants: { status: 200 },
      },
      refused(
        'a thing that is there',
        { method: 'POST', path: services, json: { serviceName: 'a' } },
        409,
        'ServiceAlreadyExists',
      ),
      refused(
        'a condition that does not hold',
        { method: 'DELETE', path: `${services}/a`, headers: { 'If-Match': 'other' } },
        412,
        'PreconditionFailed',
      ),
    ],
  },
]
