import { checkWith } from '../core/check.ts'
import { createFixture } from './fixtures.ts'

/** Defines a check of FC 2016-08-15. */
export const check = checkWith(createFixture)
