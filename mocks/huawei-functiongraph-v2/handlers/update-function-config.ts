import type { updateFunctionConfig as operation } from '../../../schemas/huawei-functiongraph-v2/operations/update-function-config.ts'
import { findFunction } from '../lookup.ts'
import { toConfigResponse } from '../responses.ts'
import { changeSettings } from '../settings.ts'
import { putFunction } from '../state.ts'
import { toTime } from '../time.ts'
import type { FunctionGraphHandler } from './types.ts'

export const updateFunctionConfig: FunctionGraphHandler<typeof operation> = ({
  path,
  body,
  state,
  clock,
  apiError,
}) => {
  const { urn, stored: before } = findFunction(state.current, path, apiError)
  const { func_name, ...changes } = body
  // Another name is accepted. The URN identifies the function, and no operation renames it.
  if (func_name !== undefined && !/^[^:/\s]+$/.test(func_name)) {
    throw apiError('FSS.1002', 'func_name: must be a name that a URN can contain')
  }
  const stored = { ...before, settings: changeSettings(before.settings, changes, apiError) }
  putFunction(state, urn, stored)
  return { status: 200, body: toConfigResponse({ urn, stored }, toTime(clock.now())) }
}
