import { z } from 'zod'

const range = { minimum: -1, maximum: 65534 }
const limits = '-1 to 65534, except 0.'
const quirk = { 'x-quirk': ['D5'] }
const userMeta = { description: `User id, ${limits}`, examples: [-1], ...quirk }
const groupMeta = { description: `User group id, ${limits}`, examples: [-1], ...quirk }

const number = z
  .int()
  .min(range.minimum)
  .max(range.maximum)
  .refine((value) => value !== 0, 'must not be 0')
  .meta({ not: { enum: [0] } })

/** An id as a number. Each type of an id is a model, so that generated clients have a name for it. */
export const IdNumber = number.meta({ description: `Id of a user or a group, as a number: ${limits}` })

/** An id as a string: -1, or 1 to 65534 without leading zeros. */
export const IdText = z
  .string()
  .regex(/^(-1|[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-4])$/)
  .meta({ description: `Id of a user or a group, as a string: ${limits}` })

/** In requests. The table has a string, but examples and clients have a number. Source: 001 table 6. */
const either = z.union([IdNumber, IdText]).meta(range)
export const userId = either.meta(userMeta)
export const userGroupId = either.meta(groupMeta)

/** In responses: always a number, as in the example. Source: 001 table 16 and its example. */
export const userIdResponse = number.meta(userMeta)
export const userGroupIdResponse = number.meta(groupMeta)
