/**
 * Resources by the id of their API, for example `{ 'huawei-functiongraph-v2': [...] }`. The mock of each API defines
 * the format in its `seed.ts`.
 */
export type Seed = Readonly<Record<string, unknown>>
