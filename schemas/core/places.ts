/**
 * Where the rows of an API's tables stand in its document, as JSON pointers (`#/components/schemas/Service`).
 * Operations, parameters, bodies and responses are found by name and need no entry here.
 */
export interface Places {
  /** A table (a row's `owner`) to the object schema that holds its fields. */
  readonly owners: Readonly<Record<string, string>>
  /** `page:line` of a row that stands somewhere else than its kind would say, to that place. */
  readonly rows: Readonly<Record<string, string>>
}
