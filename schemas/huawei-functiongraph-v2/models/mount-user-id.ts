import { z } from 'zod'

const range = { minimum: -1, maximum: 65534 }
const limits = 'From -1 to 65534, but not 0.'
const quirk = { 'x-quirk': ['D5'] }
const userMeta = { description: `Id of the user. ${limits}`, examples: [-1], ...quirk }
const groupMeta = { description: `Id of the user group. ${limits}`, examples: [-1], ...quirk }

const number = z
  .int()
  .min(range.minimum)
  .max(range.maximum)
  .refine((value) => value !== 0, 'must not be 0')
  .meta({ not: { enum: [0] } })

/** One form of an id. Each form is a model, so that generated clients have a name for it. */
export const IdNumber = number.meta({ description: `The id of a user or a group as a number. ${limits}` })

/** The other form: -1, or 1 to 65534 without leading zeros. */
export const IdText = z
  .string()
  .regex(/^(-1|[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-4])$/)
  .meta({ description: `The id of a user or a group as text. ${limits}` })

/** In requests: the page says text, its examples and the clients have a number. Source: 001 table 6. */
const either = z.union([IdNumber, IdText]).meta(range)
export const userId = either.meta(userMeta)
export const userGroupId = either.meta(groupMeta)

/** In returns: always a number, as in the page's example. Source: 001 table 16 and its example. */
export const userIdResponse = number.meta(userMeta)
export const userGroupIdResponse = number.meta(groupMeta)
