/**
 * Resources by the id of the API whose words they are in, such as `{ 'huawei-functiongraph-v2': [...] }`.
 * What stands under an id is for that API's mock to read: see the `seed.ts` beside it.
 */
export type Seed = Readonly<Record<string, unknown>>
