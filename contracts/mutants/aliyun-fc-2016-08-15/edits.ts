import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createEdits } from '../edits.ts'

/** The tools that mutants of FC 2016-08-15 are made of. */
export const {
  instead,
  responses,
  success,
  refusal,
  every,
  row,
  list,
  entries,
  before,
  refuse,
  returning,
  setResponseFields,
  omitting,
  sending,
  taking,
  replaceText,
  dropFields,
  filling,
  mapRequestBody,
  ignoring,
  comparing,
  editRequest,
  replaceErrorBody,
  refusing,
  replaceErrorCode,
  replaceStatus,
  stub,
} = createEdits(aliyunFc20160815)
