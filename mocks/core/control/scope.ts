import { checkOptions } from '../check-options.ts'

/** A part of the mock's state. */
export interface Scope {
  /** Default: `default`. */
  readonly namespace?: string | undefined
  /** Default: all accounts of the namespace. */
  readonly account?: string | undefined
}

/** The name of the namespace. Throws a `TypeError` for an unknown key, which would select everything. */
export function toNamespaceName(scope: Scope | undefined): string | undefined {
  checkOptions(scope, { namespace: true, account: true }, 'scope')
  return scope?.namespace
}
