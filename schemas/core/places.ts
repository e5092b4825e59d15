/**
 * The places of rows in the document of an API, as JSON pointers (`#/components/schemas/Service`).
 * Operations, parameters, bodies and responses are found by name and need no entry.
 */
export interface Places {
  /** The object schema for each table, by the `owner` of its rows. */
  readonly owners: Readonly<Record<string, string>>
  /** The place of each row that is not where its kind would put it, by `page:line`. */
  readonly rows: Readonly<Record<string, string>>
}
