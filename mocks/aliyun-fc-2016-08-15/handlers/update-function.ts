import type { updateFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-function.ts'
import { toStoredCode } from '../../aliyun-fc/code.ts'
import { refuseSoftAboveHard } from '../../aliyun-fc/concurrency.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, refuseStale } from '../../aliyun-fc/lookup.ts'
import { putFunction } from '../../aliyun-fc/state.ts'
import { splitSettings } from '../../aliyun-fc/split-settings.ts'
import type { StoredFunction } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toFunctionResponse } from '../responses.ts'

export const updateFunction: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const before = findFunction(service, path.functionName, apiError)
  refuseStale(header['If-Match'], before.etag, apiError)
  const { code, ...all } = body
  const { settings, later } = splitSettings(all)
  const stored: StoredFunction = {
    ...before,
    lastModifiedTime: toTime(clock.now()),
    etag: ids.etag(),
    // A new map replaces the whole existing map. This lets clients clear it.
    settings: { ...before.settings, ...settings },
    later: { ...before.later, ...later },
    code: code ? toStoredCode(code, ids, apiError) : before.code,
  }
  refuseSoftAboveHard(stored, apiError)
  putFunction(state, service, stored)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}
