import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { models } from './models/index.ts'
import { operations } from './operations/index.ts'
import { sources } from './sources.ts'

/** The API without its quirks, whose texts the mock does not need. Browsers would load them. */
export const base = api({
  id: 'aliyun-fc-2021-04-06',
  title: 'Alibaba Cloud Function Compute 2021-04-06',
  version: '2021-04-06',
  description: 'Creates and updates functions of Alibaba Cloud Function Compute 2.0.',
  sources,
  tags: { Function: 'Functions and their settings.' },
  dialect,
  errors,
  models,
  operations,
})
