/**
 * The places of rows in the document of an API, as JSON pointers (`#/components/schemas/Service`).
 * Operations, parameters, bodies and responses are found by name and need no entry.
 */
export interface Places {
  /** The object schema for each table, by the `owner` of its rows. A table with the name of a model needs no entry. */
  readonly owners: Readonly<Record<string, string>>
  /** The place of each parameter that is no parameter in the document, by location and name: `header Host`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The place of each row that is not where its kind would put it, by `page:line`. */
  readonly rows: Readonly<Record<string, string>>
}
