import { z } from 'zod'

/** Source: 004 Definitions, NextToken. */
export const NextToken = z
  .string()
  .meta({ description: 'Token that asks for the next page of a list. Absent on the last page.' })
