import { z } from 'zod'

/** Path parameters of both operations. Source: 001 table 1, 002 table 1. */
export const functionPath = {
  project_id: z.string().meta({
    description: 'Id of the project that owns the function.',
    examples: ['7aad83af3e8d42e99ac194e8419e2c9b'],
  }),
  function_urn: z.string().meta({
    description:
      'URN of the function: `urn:fss:{region}:{project_id}:function:{package}:{name}`, optionally with a colon and a version or an alias. The colons need no percent-encoding.',
    examples: ['urn:fss:cn-north-4:7aad83af3e8d42e99ac194e8419e2c9b:function:default:test'],
    'x-quirk': ['D25'],
  }),
}
