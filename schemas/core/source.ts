/** A place in a vendor's page: the page's number and the heading or table that states the fact. */
export interface Source {
  readonly page: string
  readonly clause: string
}

/** A published page that was transcribed. `file` is the page's number, used by every {@link Source}. */
export interface Page {
  readonly file: string
  readonly title: string
  readonly updated: string
}

export function page(file: string, clause: string): Source {
  return { page: file, clause }
}

/** `004 CreateFunction`: how messages and reports cite a clause. */
export function toCitation(source: Source): string {
  return `${source.page} ${source.clause}`
}
