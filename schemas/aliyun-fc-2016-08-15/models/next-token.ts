import { z } from 'zod'

/** Source: 004 Definitions, NextToken. */
export const NextToken = z
  .string()
  .meta({ description: 'Token for the next page of the list. Absent on the last page.' })
