import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { createFunction } from '../aliyun-fc-2016-08-15/handlers/create-function.ts'
import { createService } from '../aliyun-fc-2016-08-15/handlers/create-service.ts'
import { publishVersion } from '../aliyun-fc-2016-08-15/handlers/publish-version.ts'
import { manualClock } from '../core/clock.ts'
import { createIds } from '../core/ids.ts'
import { fcState } from './state.ts'
import { createDemo, createFc, leastFunction, refusal } from './testing/fc.ts'
import { toVersionKey } from './versions.ts'

const root = '/demo/versions'

type Fc = ReturnType<typeof createFc>

/** Publishes versions, a change before each but the first. */
function publish({ send }: Fc, times: number): void {
  for (let i = 0; i < times; i += 1) {
    send('PUT', '/demo', { description: `change ${i}` })
    expect(send('POST', root, {}).status).toBe(200)
  }
}

function listIds({ send }: Fc, query = ''): string[] {
  const { versions } = send('GET', `${root}${query}`).body
  return versions.map(({ versionId }: { versionId: string }) => versionId)
}

test('the first version is 1, with its description, its times and an ETag', () => {
  const { send } = createDemo()
  const { status, headers, body } = send('POST', root, { description: 'first' })
  expect([status, headers.Etag]).toEqual([200, expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(body).toEqual({
    versionId: '1',
    description: 'first',
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T15:00:00.000+0000',
  })
  expect(send('GET', root).body).toEqual({ versions: [body], direction: 'BACKWARD' })
})

test('a version can be published without a body, and for a service without functions', () => {
  const { send } = createFc()
  send('POST', '', { serviceName: 'demo' })
  expect(send('POST', root).body).toMatchObject({ versionId: '1' })
})

test.each([
  [{ description: 'small' }, 'small'],
  [{ Description: 'capital' }, 'capital'],
  [{ Description: 'capital', description: 'small' }, 'small'],
  [{ Description: null, description: 'small' }, 'small'],
  [{}, ''],
])('a version published with %j has the description %s', (body, description) => {
  const { send, emulator } = createDemo()
  expect(send('POST', '/demo/versions', body).body.description).toBe(description)
  expect(send('GET', '/demo/versions').body.versions[0].description).toBe(description)
  const isNoted = emulator.requestLog({ operation: 'PublishVersion' })[0]?.leniencies.length === 1
  expect(isNoted, 'undocumented fields are logged').toBe('Description' in body)
})

test('nothing is published when nothing has changed since the newest version', () => {
  const { send } = createDemo()
  send('POST', root, {})
  expect(send('POST', root, { description: 'again' })).toMatchObject(refusal(409, 'VersionPublishError'))
  expect(send('GET', root).body.versions).toHaveLength(1)
})

test.each<[string, (fc: Fc) => void]>([
  ['an update of the service', ({ send }) => send('PUT', '/demo', { description: 'new' })],
  [
    'the creation of a function',
    ({ send }) => send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' }),
  ],
  ['an update of a function', ({ send }) => send('PUT', '/demo/functions/f', { timeout: 9 })],
  ['an update of a function by FC 2021', ({ send2021 }) => send2021('PUT', '/demo/functions/f', { timeout: 9 })],
  ['the deletion of a function', ({ send }) => send('DELETE', '/demo/functions/f')],
  ['the deletion of the newest version', ({ send }) => send('DELETE', `${root}/1`)],
])('after %s, the next version can be published', (_, change) => {
  const fc = createDemo()
  fc.send('POST', root, {})
  change(fc)
  expect(fc.send('POST', root, {}).body.versionId).toBe('2')
})

test.each<[string, (fc: Fc) => void]>([
  [
    'the creation of a trigger',
    ({ send }) =>
      send('POST', '/demo/functions/f/triggers', { triggerName: 't', triggerType: 'timer', triggerConfig: {} }),
  ],
  ['the creation of an alias', ({ send }) => send('POST', '/demo/aliases', { aliasName: 'a', versionId: '1' })],
  ['an invocation', ({ invoke }) => invoke('demo/f')],
  ['a rejected update', ({ send }) => send('PUT', '/demo/functions/f', { timeout: 0 })],
])('after %s, there is nothing to publish', (_, act) => {
  const fc = createDemo({ behaviour: { invocations: [{ response: { kind: 'counter' } }] } })
  fc.send('POST', root, {})
  act(fc)
  expect(fc.send('POST', root, {})).toMatchObject(refusal(409, 'VersionPublishError'))
})

test('a service that equals an older version can be published if the newest version differs', () => {
  const fc = createDemo()
  publish(fc, 2)
  fc.send('DELETE', `${root}/2`)
  expect(fc.send('POST', root, {}).body.versionId, 'it has changed since version 1').toBe('3')
})

test('version ids are not reused after a deletion, and restart only with a new service', () => {
  const fc = createDemo()
  publish(fc, 3)
  fc.send('DELETE', `${root}/3`)
  fc.send('DELETE', `${root}/2`)
  publish(fc, 1)
  expect(listIds(fc)).toEqual(['4', '1'])
  for (const id of ['1', '4']) fc.send('DELETE', `${root}/${id}`)
  publish(fc, 1)
  expect(listIds(fc)).toEqual(['5'])
  fc.send('DELETE', `${root}/5`)
  fc.send('DELETE', '/demo/functions/f')
  fc.send('DELETE', '/demo')
  fc.send('POST', '', { serviceName: 'demo' })
  publish(fc, 1)
  expect(listIds(fc)).toEqual(['1'])
})

test('each service has its own version ids', () => {
  const fc = createDemo()
  publish(fc, 2)
  fc.send('POST', '', { serviceName: 'other' })
  expect(fc.send('POST', '/other/versions', {}).body.versionId).toBe('1')
})

test('If-Match allows publishing only with the current ETag', () => {
  const { send } = createDemo()
  const first = send('GET', '/demo').headers.Etag
  send('PUT', '/demo', { description: 'new' })
  expect(send('POST', root, {}, { 'if-match': first })).toMatchObject(refusal(412, 'PreconditionFailed'))
  expect(send('GET', root).body.versions).toEqual([])
  const second = send('GET', '/demo').headers.Etag
  expect(send('POST', root, {}, { 'if-match': second }).status).toBe(200)
})

test('deleting a version ignores If-Match, and a second deletion fails', () => {
  const { send } = createDemo()
  send('POST', root, {})
  expect(send('DELETE', `${root}/1`, undefined, { 'if-match': 'another' })).toMatchObject({
    status: 204,
    body: undefined,
  })
  expect(send('DELETE', `${root}/1`)).toMatchObject(refusal(404, 'VersionNotFound'))
})

test.each(['/demo/versions/2', '/demo/versions/01', '/demo/versions/LATEST', '/none/versions/1'])(
  'deleting the version %s fails',
  (path) => {
    const { send } = createDemo()
    send('POST', root, {})
    expect(send('DELETE', path)).toMatchObject(refusal(404, 'VersionNotFound'))
  },
)

test('a service with a version cannot be deleted, even without functions; aliases do not prevent deletion', () => {
  const { send } = createDemo()
  send('POST', root, {})
  send('POST', '/demo/aliases', { aliasName: 'a', versionId: '1' })
  send('DELETE', '/demo/functions/f')
  expect(send('DELETE', '/demo')).toMatchObject(refusal(409, 'ServiceNotEmpty', "service 'demo' still has versions"))
  send('DELETE', `${root}/1`)
  expect(send('DELETE', '/demo').status).toBe(204)
  send('POST', '', { serviceName: 'demo' })
  expect(send('GET', '/demo/aliases').body.aliases, 'they went with their service').toEqual([])
})

test('versions are listed in numeric order, newest first by default', () => {
  const fc = createDemo()
  publish(fc, 11)
  const up = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']
  expect(listIds(fc)).toEqual(up.toReversed())
  expect(listIds(fc, '?direction=BACKWARD')).toEqual(up.toReversed())
  expect(listIds(fc, '?direction=FORWARD')).toEqual(up)
  expect(fc.send('GET', `${root}?direction=FORWARD`).body.direction).toBe('FORWARD')
})

test('a list starts with startKey, or with the next version if it does not exist', () => {
  const fc = createDemo()
  publish(fc, 11)
  fc.send('DELETE', `${root}/9`)
  expect(listIds(fc, '?startKey=10&limit=2')).toEqual(['10', '8'])
  expect(listIds(fc, '?startKey=9&limit=2')).toEqual(['8', '7'])
  expect(listIds(fc, '?startKey=9&direction=FORWARD')).toEqual(['10', '11'])
  expect(listIds(fc, '?startKey=0010&limit=1')).toEqual(['10'])
  expect(listIds(fc, '?startKey=&limit=1')).toEqual(['11'])
  expect(listIds(fc, `?startKey=${'9'.repeat(40)}&limit=1`)).toEqual(['11'])
  expect(listIds(fc, `?startKey=${'9'.repeat(40)}&direction=FORWARD`)).toEqual([])
  expect(fc.send('GET', `${root}?startKey=one`)).toMatchObject(
    refusal(400, 'InvalidArgument', 'startKey: must be a version id, which is a number'),
  )
})

test('a token takes precedence over startKey and direction, and is valid only for its service', () => {
  const fc = createDemo()
  publish(fc, 5)
  const { nextToken } = fc.send('GET', `${root}?direction=FORWARD&limit=2`).body
  expect(fc.send('GET', `${root}?nextToken=${nextToken}&startKey=1&direction=BACKWARD&limit=2`).body).toMatchObject({
    versions: [{ versionId: '3' }, { versionId: '4' }],
    direction: 'FORWARD',
  })
  fc.send('POST', '', { serviceName: 'other' })
  for (const path of [`${root}?nextToken=${nextToken}x`, `/other/versions?nextToken=${nextToken}`]) {
    expect(fc.send('GET', path)).toMatchObject(
      refusal(400, 'InvalidArgument', 'nextToken: must be a token from a response of this list'),
    )
  }
})

test('publishing copies nothing: the version shares the map of functions of the service', () => {
  const cell = { current: fcState.create() }
  const context = { header: {}, query: {}, clock: manualClock(0), ids: createIds(seededRandom(1)), state: cell }
  const call = (handler: unknown, path: object, body: object) =>
    (handler as (context: object) => unknown)({ ...context, path, body }) // as the emulator calls it
  const demo = () => cell.current.services.get('demo')
  call(createService, {}, { serviceName: 'demo' })
  call(createFunction, { serviceName: 'demo' }, leastFunction)
  const functions = demo()?.functions
  call(publishVersion, { serviceName: 'demo' }, {})
  const published = demo()?.versions.get(toVersionKey('1'))?.published
  expect([published?.functions, demo()?.functions]).toEqual([functions, functions])
  expect(published?.functions).toBe(functions)
  expect(published, 'nor does it hold what only the service has').not.toHaveProperty('versions')
})
