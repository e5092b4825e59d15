import type { ApiWithQuirks } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import type { Check } from './check.ts'
import type { CreatedResource } from './cleanup/created-resource.ts'
import type { PooledFixture } from './fixtures/fixture-pool.ts'
import type { FixtureSpec, Fixtures } from './fixtures/fixtures.ts'
import type { FieldAlias } from './http/field-alias.ts'
import type { Input } from './http/wire-request.ts'
import type { Reference } from './reference/reference.ts'
import type { ToUnreachable } from './report/unreachable.ts'

/** An API with its checks. */
export interface Contract {
  readonly api: ApiWithQuirks
  /**
   * A read that is sent once before the checks. It changes nothing, and shows whether the target accepts the
   * credentials.
   */
  readonly probe?: Operation
  readonly probeInput?: (supplied: Fixtures) => Input
  /**
   * An invalid request for an existing resource, which changes nothing. An API without reads needs it to show that the
   * target serves the API.
   */
  readonly invalidProbe?: { readonly operation: Operation; readonly input: (supplied: Fixtures) => Input }
  /** A request field that has different names in the source and in the clients. */
  readonly fieldAlias?: FieldAlias
  /** Error codes of the probe that make every check impossible, and the reason. */
  readonly setupErrors?: Readonly<Record<string, string>>
  /** Fixtures that the checks need. */
  readonly fixtures?: readonly FixtureSpec[]
  /** How fixtures that checks change are restored. */
  readonly pooledFixture?: PooledFixture
  /** Another API of the same server. It removes resources if a fixture allows it. */
  readonly companion?: ApiWithQuirks
  /** All resources that the checks create. The cleanup log removes them. */
  readonly resources: readonly CreatedResource[]
  readonly checks: readonly Check[]
  /** Everything that the API stores. The judge compares the states of these resources. */
  readonly stored?: readonly Resource[]
  /** How the seed of a mock contains the resources of the API. */
  readonly seed?: SeedForm
  /** Why a client cannot provoke some documented error codes. */
  readonly toUnreachable?: ToUnreachable
  /** The operations and values of the reference run. */
  readonly reference?: Reference
  /** Replaces the contract for a target that lacks an operation, or if fixtures of the reduced contract are given. */
  readonly reduced?: {
    readonly contract: Contract
    readonly lacking: Operation
    /** Operations that the target does not support then. */
    readonly unsupported: readonly string[]
  }
}

/** The form of a seed. Each resource is in the list of its parent, and has the fields of the request that creates it. */
export interface SeedForm {
  /** Parents first. */
  readonly resources: readonly Resource[]
  /** The seed is a list of the one resource, and this field has the key. */
  readonly keyField?: string
  /** The key without a part that a seed must not have. */
  readonly toKey?: (key: string) => string
  /** Fields that users fill with any text, which may be secret. */
  readonly privateFields: readonly string[]
}

/** What a run knows about its target. */
interface Claims {
  /** Tags and operations that the target does not support. */
  readonly unsupported: readonly string[]
  readonly fixtures: Fixtures
}

/** The contract for a target, and what the target does not support. */
export function toClaimedContract(
  contract: Contract,
  { unsupported, fixtures }: Claims,
): { readonly contract: Contract; readonly unsupported: readonly string[] } {
  const { reduced } = contract
  if (!reduced) return { contract, unsupported }
  const { id, tag } = reduced.lacking
  const isLacking = [id, tag].some((name) => unsupported.includes(name))
  const isGiven = reduced.contract.fixtures?.some(({ name }) => fixtures[name] !== undefined)
  if (!isLacking && !isGiven) return { contract, unsupported }
  return { contract: reduced.contract, unsupported: [...new Set([...unsupported, ...reduced.unsupported])] }
}
