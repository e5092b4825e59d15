import { member, type Scenario, type Step } from './scenario.ts'

const services = '/2016-08-15/services'

const makeServices: readonly Step[] = ['five', 'four', 'one', 'three', 'two'].map((serviceName) => ({
  name: `create ${serviceName}`,
  request: { method: 'POST', path: services, json: { serviceName } },
  wants: { status: 200 },
}))

const page = (name: string, after: string, names: readonly string[]): Step => ({
  name,
  request: ({ responseTo }) => {
    const token = encodeURIComponent(String(member(responseTo(after), 'nextToken')))
    return { method: 'GET', path: `${services}?limit=2&nextToken=${token}` }
  },
  wants: { status: 200, body: { services: names.map((serviceName) => ({ serviceName })) } },
})

/** Pages of lists, prefixes and start keys. */
export const listScenarios: readonly Scenario[] = [
  {
    name: 'a list is read page by page',
    steps: [
      ...makeServices,
      {
        name: 'the first page',
        request: { method: 'GET', path: `${services}?limit=2` },
        wants: { status: 200, body: { services: [{ serviceName: 'five' }, { serviceName: 'four' }] } },
      },
      page('the second page', 'the first page', ['one', 'three']),
      page('the last page', 'the second page', ['two']),
      {
        name: 'a prefix',
        request: { method: 'GET', path: `${services}?prefix=t` },
        wants: { status: 200, body: { services: [{ serviceName: 'three' }, { serviceName: 'two' }] } },
      },
      {
        name: 'a start',
        request: { method: 'GET', path: `${services}?startKey=three&limit=1` },
        wants: { status: 200, body: { services: [{ serviceName: 'three' }] } },
      },
      {
        name: 'a limit above the maximum',
        request: { method: 'GET', path: `${services}?limit=101` },
        wants: { status: 400, body: { ErrorCode: 'InvalidArgument' } },
      },
      {
        name: 'an invalid token',
        request: { method: 'GET', path: `${services}?nextToken=nonsense` },
        wants: { status: 400, body: { ErrorCode: 'InvalidArgument' } },
      },
    ],
  },
]
