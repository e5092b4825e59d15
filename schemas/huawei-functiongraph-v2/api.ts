import { api } from '../core/api.ts'
import { base } from './base.ts'
import { models } from './models/index.ts'
import { quirks } from './quirks.ts'

/** Huawei Cloud FunctionGraph v2, transcribed from sources 001 and 002. */
export const huaweiFunctionGraphV2 = api(base, {
  description: 'Updates the settings and the code of functions of Huawei Cloud FunctionGraph.',
  tags: { Function: 'Functions, their settings and their code.' },
  models,
  quirks,
})
