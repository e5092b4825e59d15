import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createEdits } from '../edits.ts'

/** The functions that make mutants of FC 2016-08-15. */
export const {
  intercept,
  editResponses,
  editSuccess,
  editErrors,
  editAllResponses,
  editObject,
  editList,
  editEntries,
  editRequest,
  setError,
  mapResponseField,
  setResponseFields,
  dropResponseField,
  mapRequestField,
  mapRequestBody,
  mapRequestText,
  dropRequestFields,
  addRequestDefaults,
  editQuery,
  dropQueryParameter,
  mapIfMatch,
  fixAndRetry,
  mapErrorBody,
  rejectBodies,
  replaceErrorByStatus,
  replaceStatus,
  returnOnlyStatus,
} = createEdits(aliyunFc20160815)
