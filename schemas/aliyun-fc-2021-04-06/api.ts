import { base } from './base.ts'
import { models } from './models/index.ts'
import { quirks } from './quirks.ts'

/** Alibaba Cloud Function Compute 2021-04-06, transcribed from sources 003, 000 and FC-DEF. */
export const aliyunFc20210406 = { ...base, models, quirks }
