import { baseApi } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { operations } from './operations/index.ts'
import { sources } from './sources.ts'

/** The part of the API that the mock needs. Browsers would load the texts of the rest. */
export const base = baseApi({
  id: 'aliyun-fc-2016-08-15',
  title: 'Alibaba Cloud Function Compute 2016-08-15',
  version: '2016-08-15',
  sources,
  dialect,
  errors,
  operations,
})
