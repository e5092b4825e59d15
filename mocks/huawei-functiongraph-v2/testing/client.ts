import { seededRandom } from '../../../schemas/core/lib/random.ts'
import { manualClock } from '../../core/clock.ts'
import { allParts } from '../../core/parts.ts'
import { createEmulator, type Emulator } from '../../core/emulator.ts'
import { createIds } from '../../core/ids.ts'
import { type JsonResponse, testClient } from '../../core/testing/client.ts'
import { huaweiFunctionGraphV2Mock } from '../mock.ts'

/** The project in the examples of the sources. */
export const project = '7aad83af3e8d42e99ac194e8419e2c9b'

/** A URN in that project. `name` may include a version. */
export function toUrn(name: string): string {
  return `urn:fss:cn-north-4:${project}:function:default:${name}`
}

/** The required fields of a settings update. */
export const least = { runtime: 'Node.js18.15', timeout: 40, handler: 'index.handler', memory_size: 768 }

export interface FunctionGraphClient {
  readonly emulator: Emulator
  /** Updates settings with {@link least} and additional fields. The function is a name or a whole URN. */
  readonly putConfig: (name: string, fields?: object) => JsonResponse
  readonly putCode: (name: string, body: unknown) => JsonResponse
}

/** A new mock at 2019-10-31 11:37:58, the time in the example of source 002. */
export function functionGraphClient(): FunctionGraphClient {
  const clock = manualClock(Date.UTC(2019, 9, 31, 11, 37, 58))
  const emulator = createEmulator(
    { mocks: [huaweiFunctionGraphV2Mock], clock, ids: createIds(seededRandom(1)) },
    allParts,
  )
  const send = testClient(emulator)
  const toPath = (name: string) => `/v2/${project}/fgs/functions/${name.includes('urn') ? name : toUrn(name)}`
  return {
    emulator,
    putConfig: (name, fields) => send('PUT', `${toPath(name)}/config`, { ...least, ...fields }),
    putCode: (name, body) => send('PUT', `${toPath(name)}/code`, body),
  }
}
