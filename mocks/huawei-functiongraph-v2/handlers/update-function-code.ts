import type { updateFunctionCode as operation } from '../../../schemas/huawei-functiongraph-v2/operations/update-function-code.ts'
import { toStoredCode } from '../code.ts'
import { findFunction } from '../lookup.ts'
import { toCodeResponse } from '../responses.ts'
import { putFunction } from '../state.ts'
import { toTime } from '../time.ts'
import type { FunctionGraphHandler } from './types.ts'

export const updateFunctionCode: FunctionGraphHandler<typeof operation> = ({ path, body, state, clock, apiError }) => {
  const { urn, stored: before } = findFunction(state.current, path, apiError)
  const { settings } = before
  // 002 table 3, code_type: the code of a container image is changed in the settings. Code that was accepted here would
  // never run.
  if (settings.custom_image?.enabled) {
    throw apiError('FSS.0400', 'the function runs from a container image: change custom_image in its settings')
  }
  const stored = {
    ...before,
    code: toStoredCode(body, settings.runtime, before.code, apiError),
    dependVersions: body.depend_version_list ?? before.dependVersions,
  }
  putFunction(state, urn, stored)
  return { status: 200, body: toCodeResponse({ urn, stored }, toTime(clock.now())) }
}
