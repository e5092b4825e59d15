import type { Api } from './api.ts'
import type { Examples, Operation } from './operation.ts'
import type { Mark } from './provenance.ts'

export interface ErrorGroup {
  readonly status: number
  /** A list in Markdown: each code with its meaning. */
  readonly description: string
  /** Set if the governing source does not state this status for the operation. */
  readonly provenance?: Mark
  readonly codes: readonly { readonly code: string; readonly 'x-provenance'?: Mark }[]
  /** The body of each code, by code. */
  readonly examples: Examples
}

/** The error codes of an operation, grouped by status in ascending order. */
export function toErrorGroups(api: Pick<Api, 'id' | 'errors' | 'dialect'>, operation: Operation): ErrorGroup[] {
  const codes = [
    ...operation.errors.map((code) => ({ code, listed: true })),
    ...operation.observedErrors.map((code) => ({ code, listed: false })),
  ].map(({ code, listed }) => {
    const entry = api.errors[code]
    if (!entry) throw new TypeError(`${api.id} ${operation.id}: error code ${code} is not in errors.ts`)
    const mark: Mark | undefined = entry.provenance ?? (listed ? undefined : 'observed')
    return { code, entry, mark, listed }
  })
  const statuses = [...new Set(codes.map(({ entry }) => entry.status))].sort((a, b) => a - b)
  return statuses.map((status) => {
    const group = codes.filter(({ entry }) => entry.status === status)
    const provenance = toStatusMark(operation, status, group)
    return {
      status,
      description: group.map(({ code, entry }) => `- \`${code}\`: ${entry.meaning}`).join('\n'),
      ...(provenance && { provenance }),
      codes: group.map(({ code, mark }) => ({
        code,
        ...(mark && { 'x-provenance': mark }),
      })),
      examples: Object.fromEntries(
        group.map(({ code, entry }) => [
          code,
          {
            summary: entry.meaning,
            value: api.dialect.toErrorBody({ code, message: entry.message, requestId: exampleRequestId }),
          },
        ]),
      ),
    }
  })
}

/** The mark of a status. The vendor's definition may state a status whose codes are only observed. */
function toStatusMark(
  { source, errorStatuses }: Operation,
  status: number,
  group: readonly { readonly listed: boolean; readonly mark?: Mark | undefined }[],
): Mark | undefined {
  if (group.some(({ listed }) => listed)) return undefined
  if (errorStatuses?.includes(status)) return source.source.isDefinition ? undefined : 'defined'
  return group.some(({ mark }) => mark === 'defined') ? 'defined' : 'observed'
}

/** The request id of every example. It is constant, so that the generated files are reproducible. */
const exampleRequestId = 'f2b1d4a6-7c3e-4e0b-9a5d-0c8f6e2b7a91'
