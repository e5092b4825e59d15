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
  const { code_type } = body
  const isImage = settings.custom_image?.enabled === true
  // 002 table 3, code_type: the code of a container image is changed in the settings. Code that was accepted here would
  // never run.
  if (isImage && code_type !== 'Custom-Image-Swr') {
    throw apiError('FSS.0400', 'the function runs from a container image: change custom_image in its settings')
  }
  if (!isImage && code_type === 'Custom-Image-Swr') {
    throw apiError('FSS.0400', 'the function has no container image: set custom_image in its settings')
  }
  const stored = {
    ...before,
    // The image is one of the settings. This request does not change it.
    ...(code_type !== 'Custom-Image-Swr' && {
      code: toStoredCode({ ...body, code_type }, settings.runtime, before.code, apiError),
    }),
    dependVersions: body.depend_version_list ?? before.dependVersions,
    codeKey: body.code_encrypt_kms_key_id ?? before.codeKey,
  }
  putFunction(state, urn, stored)
  return { status: 200, body: toCodeResponse({ urn, stored }, toTime(clock.now())) }
}
