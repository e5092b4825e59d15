import type { Upstream } from '../kit.ts'
import { findList, type JsonObject, type MutableResponse, readObject, setJson } from '../response.ts'

const nameFields = ['triggerName', 'functionName', 'aliasName', 'versionId', 'serviceName']

/** The name property of a resource, from its object or from path parameters. */
export function toNameField(row: Readonly<JsonObject> = {}): Readonly<JsonObject> {
  const field = nameFields.find((name) => name in row)
  return field === undefined ? {} : { [field]: row[field] }
}

export function nameOf(row: Readonly<JsonObject> | undefined): unknown {
  return Object.values(toNameField(row))[0]
}

export function toListPath(path: string): string {
  return path.replace(/\/[^/]+$/, '')
}

export function toServicePath(path: string): string {
  return /^\/services\/[^/]+/.exec(path)?.[0] ?? ''
}

/** The first hundred entries of a list. Empty if the list does not exist. */
export async function readList(send: Upstream['send'], path: string): Promise<readonly JsonObject[]> {
  return findList(readObject(await send('GET', `${path}?limit=100`)))?.[1] ?? []
}

type ToPage = (all: readonly JsonObject[]) => readonly [page: readonly JsonObject[], nextToken?: string | undefined]

/** Reads the whole list and returns the page that `toPage` selects. */
export async function returnPage(send: Upstream['send'], path: string, toPage: ToPage): Promise<MutableResponse> {
  const response = await send('GET', `${path}?limit=100`)
  const [field, all] = findList(readObject(response)) ?? []
  if (field === undefined || !all) return response
  const [page, nextToken] = toPage(all)
  setJson(response, { [field]: page, nextToken })
  return response
}

/** Deletes all resources of a list. Deletes the triggers of functions first. */
export async function deleteAll(send: Upstream['send'], path: string): Promise<void> {
  for (const entry of await readList(send, path)) {
    if (path.endsWith('/functions')) await deleteAll(send, `${path}/${nameOf(entry)}/triggers`)
    await send('DELETE', `${path}/${nameOf(entry)}`)
  }
}

/** An empty zip archive as code. */
export const emptyZip = { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }

/** The required fields of a function, except its name. */
export const functionDefaults = { handler: 'index.handler', runtime: 'nodejs8', code: emptyZip }
