import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { models } from './models/index.ts'
import { operations } from './operations/index.ts'
import { sources } from './sources.ts'

/** The API without its quirks, whose texts the mock does not need. Browsers would load them. */
export const base = api({
  id: 'huawei-functiongraph-v2',
  title: 'Huawei Cloud FunctionGraph v2',
  version: 'v2',
  description: 'Updates the settings and the code of functions of Huawei Cloud FunctionGraph.',
  sources,
  tags: { Function: 'Functions, their settings and their code.' },
  dialect,
  errors,
  models,
  operations,
})
