import { type MutableResponse, findList, type Row, readRow, setJson } from '../response.ts'
import type { Passage } from '../kit.ts'

const nameFields = ['triggerName', 'functionName', 'aliasName', 'versionId', 'serviceName']

/** The property that names a resource: of its own row, or the last of the names in its path. */
export function toNaming(row: Readonly<Row> = {}): Readonly<Row> {
  const field = nameFields.find((name) => name in row)
  return field === undefined ? {} : { [field]: row[field] }
}

/** The name of a resource. */
export function nameOf(row: Readonly<Row> | undefined): unknown {
  return Object.values(toNaming(row))[0]
}

/** The path of the list that a resource is in. */
export function toListPath(path: string): string {
  return path.replace(/\/[^/]+$/, '')
}

/** The path of the service that a path is in. */
export function toServicePath(path: string): string {
  return /^\/services\/[^/]+/.exec(path)?.[0] ?? ''
}

/** The entries of a list, the first hundred of them; none where it is not there. */
export async function readList(ask: Passage['ask'], path: string): Promise<readonly Row[]> {
  return findList(readRow(await ask('GET', `${path}?limit=100`)))?.[1] ?? []
}

type ToPage = (all: readonly Row[]) => readonly [page: readonly Row[], nextToken?: string | undefined]

/** Makes a response of the whole list: a page of it, and the token of the next one. */
export async function returnPage(ask: Passage['ask'], path: string, toPage: ToPage): Promise<MutableResponse> {
  const response = await ask('GET', `${path}?limit=100`)
  const [field, all] = findList(readRow(response)) ?? []
  if (field === undefined || !all) return response
  const [page, nextToken] = toPage(all)
  setJson(response, { [field]: page, nextToken })
  return response
}

/** Deletes what is in a list, and the triggers of functions before them. */
export async function deleteAll(ask: Passage['ask'], path: string): Promise<void> {
  for (const entry of await readList(ask, path)) {
    if (path.endsWith('/functions')) await deleteAll(ask, `${path}/${nameOf(entry)}/triggers`)
    await ask('DELETE', `${path}/${nameOf(entry)}`)
  }
}

/** Code that is a zip archive with nothing in it. */
export const someCode = { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }

/** What every function needs, but its name. */
export const someFunction = { handler: 'index.handler', runtime: 'nodejs8', code: someCode }
