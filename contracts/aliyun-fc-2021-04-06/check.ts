import { checkWith } from '../core/check.ts'
import { createFixture } from './fixtures.ts'

/** Makes a check of FC 2021-04-06. */
export const check = checkWith(createFixture)
