import type { FixtureSpec } from '../core/fixtures/fixtures.ts'

/** The fixtures of the checks. No operation of this API creates a service or deletes a function. */
export const fixtureSpecs: readonly FixtureSpec[] = [
  {
    name: 'serviceName',
    description: 'the name of a service in which the run may create functions',
    example: 'demo',
    required: true,
  },
  {
    name: 'removeWith',
    description: 'the API of the same server that may delete the functions of the run',
    example: 'aliyun-fc-2016-08-15',
    required: false,
    form: { pattern: /^aliyun-fc-2016-08-15$/, words: 'aliyun-fc-2016-08-15' },
  },
]
