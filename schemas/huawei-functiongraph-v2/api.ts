import { base } from './base.ts'
import { models } from './models/index.ts'
import { quirks } from './quirks.ts'

/** Huawei Cloud FunctionGraph v2, transcribed from sources 001 and 002. */
export const huaweiFunctionGraphV2 = { ...base, models, quirks }
