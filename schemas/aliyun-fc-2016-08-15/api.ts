import { base } from './base.ts'
import { models } from './models/index.ts'
import { quirks } from './quirks.ts'

/** Alibaba Cloud Function Compute 2016-08-15, transcribed from source 004. */
export const aliyunFc20160815 = { ...base, models, quirks }
