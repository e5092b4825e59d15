import type { z } from 'zod'
import type { Dialect } from './dialect.ts'
import type { ErrorCatalogue } from './errors.ts'
import type { Operation } from './operation.ts'
import type { Quirk } from './quirk.ts'
import { type Source, toGoverningSources } from './source.ts'

/** An API: its operations, and everything that they refer to. The mock needs no more. */
export interface BaseApi {
  /** Vendor, product and version: `aliyun-fc-2016-08-15`. */
  readonly id: string
  readonly title: string
  readonly version: string
  /** Every source of the API, governing or not. */
  readonly sources: readonly Source[]
  readonly dialect: Dialect
  readonly errors: ErrorCatalogue
  readonly operations: Readonly<Record<string, Operation>>
}

/** An API with what its document and the suite need. Its operations are in the order of documents. */
export interface Api extends BaseApi {
  readonly description: string
  readonly tags: Readonly<Record<string, string>>
  /** Schemas that become components of the document, by component name. */
  readonly models: Readonly<Record<string, z.ZodType>>
}

/** An API with the contradictions in its sources. */
export interface ApiWithQuirks extends Api {
  readonly quirks: readonly Quirk[]
}

/**
 * Joins the parts of an API. The keys of `operations` are the operation ids in camel case. An operation with an error code
 * that is not in `errors` does not compile.
 */
export function baseApi<
  const Code extends string,
  const Ops extends Readonly<Record<string, Operation & { errors: readonly Code[]; observedErrors: readonly Code[] }>>,
>(
  spec: Omit<BaseApi, 'errors' | 'operations' | 'dialect'> & {
    readonly dialect: Dialect<Code>
    readonly errors: ErrorCatalogue<Code>
    readonly operations: Ops
  },
) {
  return spec
}

/** Adds what the document and the suite need. */
export function api<const Base extends BaseApi, Parts extends Omit<ApiWithQuirks, keyof BaseApi>>(
  base: Base,
  parts: Parts,
): Base & Parts {
  return { ...base, ...parts, operations: sortOperations({ ...base, tags: parts.tags }) } // the same in another order
}

/** The API without the operations that only SDKs show, and without their tags and sources. */
export function withoutObserved(api: ApiWithQuirks): ApiWithQuirks {
  const kept = Object.entries(api.operations).filter(([, { provenance }]) => provenance !== 'observed')
  const operations = Object.fromEntries(kept)
  const isUsed = (tag: string) => kept.some(([, operation]) => operation.tag === tag)
  return {
    ...api,
    operations,
    tags: Object.fromEntries(Object.entries(api.tags).filter(([tag]) => isUsed(tag))),
    sources: toGoverningSources({ sources: api.sources, operations }),
  }
}

const verbs = ['Create', 'Publish', 'List', 'Get', 'Update', 'Delete']

/**
 * Operations in the order of documents: by tag, then the operations on the resource of the tag (create, list, get, update,
 * delete), then all others by source and id.
 */
function sortOperations({ tags, sources, operations }: Pick<Api, 'tags' | 'sources' | 'operations'>) {
  const tagIds = Object.keys(tags)
  const sourceIds = sources.map(({ id }) => id)
  const toRank = ({ id, tag, source }: Operation) => {
    const verb = verbs.findIndex((name) => [tag, `${tag}s`, `${tag}es`].some((noun) => id === `${name}${noun}`))
    return [
      tagIds.indexOf(tag),
      verb < 0 ? verbs.length : verb,
      verb < 0 ? sourceIds.indexOf(source.source.id) : 0,
    ] as const
  }
  const sorted = Object.entries(operations).sort(([, one], [, other]) => {
    const [a, b] = [toRank(one), toRank(other)]
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (one.id < other.id ? -1 : 1)
  })
  return Object.fromEntries(sorted)
}
