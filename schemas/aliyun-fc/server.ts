import type { Dialect } from '../core/dialect.ts'

/** The variables of the vendor's server URL. Both versions have the same hosts. */
export const variables = {
  accountId: { default: '123456789012', description: 'Account id.' },
  region: { default: 'cn-hangzhou', description: 'Region id. Append `-internal` for access within a VPC.' },
} as const satisfies Dialect['server']['variables']
