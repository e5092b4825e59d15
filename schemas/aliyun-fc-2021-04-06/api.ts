import { api } from '../core/api.ts'
import { dialect } from './dialect.ts'
import { errors } from './errors.ts'
import { models } from './models/index.ts'
import { operations } from './operations/index.ts'
import { quirks } from './quirks.ts'
import { sources } from './sources.ts'

/** Alibaba Cloud Function Compute 2021-04-06, transcribed from sources 003 and 000. */
export const aliyunFc20210406 = api({
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
  quirks,
})
