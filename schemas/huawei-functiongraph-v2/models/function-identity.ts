import { z } from 'zod'

/** Identifying fields in both responses. Source: 001 table 13, 002 table 5. */
export const functionIdentity = {
  func_urn: z
    .string()
    .meta({
      description:
        'URN of the function: `urn:fss:{region}:{project_id}:function:{package}:{name}`, optionally with a colon and the version.',
      examples: ['urn:fss:xxxxxxxx:7aad83af3e8d42e99ac194e8419e2c9b:function:default:test'],
      'x-quirk': ['D25'],
    })
    .optional(),
  func_name: z
    .string()
    .meta({ description: 'Name of the function.', examples: ['test'] })
    .optional(),
  domain_id: z
    .string()
    .meta({
      description: 'Id of the account (domain) that owns the function.',
      examples: ['14ee2e3501124efcbca7998baa24xxxx'],
      'x-quirk': ['D23'],
    })
    .optional(),
}
