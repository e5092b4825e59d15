import { checkWith } from '../core/check.ts'
import { createFixture } from './fixtures.ts'

/** Makes a check of FunctionGraph v2. */
export const check = checkWith(createFixture)
