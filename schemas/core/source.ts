/** A document published by a vendor from which facts were transcribed. */
export interface Source {
  /** A short id that clauses, rows and quirks cite: `004`, `FC-DEF`. */
  readonly id: string
  readonly title: string
  readonly url: string
  /** Date of the edition, `YYYY-MM-DD`, as the vendor states it. */
  readonly published: string
  /** Date on which the input was fetched, `YYYY-MM-DD`. Absent where nobody recorded it. */
  readonly retrieved?: string
  /** SHA-256 of the transcribed input, in hex. */
  readonly sha256: string
  /**
   * `lower-case-name`: the web page has an anchor for each operation and each definition, the name in lower case
   * (`#createservice`). Absent where the URL leads to one operation, or the web page has no anchors.
   */
  readonly anchors?: 'lower-case-name'
  /** The vendor's machine-readable definition of the API. Its rows have no lines. */
  readonly isDefinition?: true
}

/** A place in a source: the source and the heading or table that states the fact. */
export interface Citation {
  readonly source: Source
  readonly clause: string
}

export function cite(source: Source, clause: string): Citation {
  return { source, clause }
}

interface Sourced {
  readonly sources: readonly Source[]
  readonly operations: Readonly<Record<string, { readonly source: Citation }>>
}

/** The sources that govern at least one operation of an API. */
export function toGoverningSources({ sources, operations }: Sourced): Source[] {
  const governing = new Set(Object.values(operations).map(({ source }) => source.source.id))
  return sources.filter(({ id }) => governing.has(id))
}

/** `004 CreateFunction`: how messages and reports cite a clause. */
export function toCitation({ source, clause }: Citation): string {
  return `${source.id} ${clause}`
}

/** `004 CreateFunction 200`: the documented successes of an operation. */
export function toSuccessCitation({
  source,
  success,
}: {
  readonly source: Citation
  readonly success: Readonly<Record<number, unknown>>
}): string {
  return `${toCitation(source)} ${Object.keys(success).join(', ')}`
}

/** The URL of a source at the anchor of an operation or a definition, if the source has anchors. */
export function toSourceUrl({ url, anchors }: Pick<Source, 'url' | 'anchors'>, name?: string): string {
  return anchors && name !== undefined ? `${url}#${name.toLowerCase()}` : url
}

/** The URL of an operation in its source. Only a clause with the name of the operation has an anchor. */
export function toOperationUrl({ id, source: { source, clause } }: { readonly id: string; readonly source: Citation }) {
  return toSourceUrl(source, clause === id ? id : undefined)
}
