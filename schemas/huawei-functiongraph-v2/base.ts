import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { operations } from './operations/index.ts'
import { sources } from './sources.ts'

/** The API without its models and quirks, which the mock does not need as lists. Browsers would load them. */
export const base = api({
  id: 'huawei-functiongraph-v2',
  title: 'Huawei Cloud FunctionGraph v2',
  version: 'v2',
  description: 'Updates the settings and the code of functions of Huawei Cloud FunctionGraph.',
  sources,
  tags: { Function: 'Functions, their settings and their code.' },
  dialect,
  errors,
  operations,
})
