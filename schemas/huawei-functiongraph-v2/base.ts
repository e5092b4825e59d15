import { baseApi } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { operations } from './operations/index.ts'
import { sources } from './sources.ts'

/** The part of the API that the mock needs. Browsers would load the texts of the rest. */
export const base = baseApi({
  id: 'huawei-functiongraph-v2',
  title: 'Huawei Cloud FunctionGraph v2',
  version: 'v2',
  sources,
  dialect,
  errors,
  operations,
})
