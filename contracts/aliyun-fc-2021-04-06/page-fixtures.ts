import type { FixtureSpec } from '../core/fixtures/fixtures.ts'

/** The fixtures for a target that has neither an operation that creates a service nor one that deletes a function. */
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
