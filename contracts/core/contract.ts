import type { Api } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Check } from './check.ts'
import type { CreatedResource } from './cleanup/created-resource.ts'
import type { FixtureSpec, Fixtures } from './fixtures/fixtures.ts'
import type { PooledFixture } from './fixtures/fixture-pool.ts'
import type { Reference } from './reference/reference.ts'
import type { ToUnreachable } from './report/unreachable.ts'
import type { FieldAlias } from './http/field-alias.ts'
import type { Input } from './http/wire-request.ts'

/** An API and all checks of it. */
export interface Contract {
  readonly api: Api
  /** Asked once before the checks: a read that changes nothing and shows whether the target lets the caller in. */
  readonly probe?: Operation
  readonly probeInput?: (supplied: Fixtures) => Input
  /** A field of requests that the page and its clients name differently. */
  readonly fieldAlias?: FieldAlias
  /** Error codes of the probe which say that the checks cannot be tried at all, and why. */
  readonly probeFaults?: Readonly<Record<string, string>>
  /** What the checks need to exist. */
  readonly fixtures?: readonly FixtureSpec[]
  /** How what is lent is put back. */
  readonly pooledFixture?: PooledFixture
  /** Another API of the same server, by which something is removed where a fixture allows it. */
  readonly companion?: Api
  /** Everything that the checks make, so that the cleanup log can remove it. */
  readonly resources: readonly CreatedResource[]
  readonly checks: readonly Check[]
  /** Why documented error codes cannot be met for sure by whoever calls. */
  readonly toUnreachable?: ToUnreachable
  /** What random sequences of calls are made of. */
  readonly reference?: Reference
}
