import type { updateFunction as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/update-function.ts'
import { refuseSoftAboveHard } from '../../aliyun-fc/concurrency.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, refuseStale } from '../../aliyun-fc/lookup.ts'
import { putFunction } from '../../aliyun-fc/state.ts'
import { splitSettings } from '../../aliyun-fc/split-settings.ts'
import type { StoredFunction } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toGivenCode } from '../code.ts'
import { toFunctionResponse } from '../response.ts'

/** A field in the request replaces the whole existing value, including maps and structures. */
export const updateFunction: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const before = findFunction(service, path.functionName, apiError)
  refuseStale(header['If-Match'], before.etag, apiError)
  const { code, InstanceConcurrency, ...all } = body
  const { settings, later } = splitSettings(all)
  const stored: StoredFunction = {
    ...before,
    lastModifiedTime: toTime(clock.now()),
    etag: ids.etag(),
    // The form with a capital letter is documented, so it takes precedence (B2).
    settings: {
      ...before.settings,
      ...settings,
      ...(InstanceConcurrency !== undefined && { instanceConcurrency: InstanceConcurrency }),
    },
    later: { ...before.later, ...later },
    code: toGivenCode(code, header['X-Fc-Code-Checksum'], ids, apiError) ?? before.code,
  }
  refuseSoftAboveHard(stored, apiError)
  putFunction(state, service, stored)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}
