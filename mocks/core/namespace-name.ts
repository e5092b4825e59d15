import type { WireRequest } from './wire.ts'

export const defaultNamespace = 'default'

/** What a name must be: it stands in headers, addresses and files. */
export const namespaceRule = 'a namespace has 1 to 100 letters, digits or -._~:@/'

export function isNamespaceName(name: string): boolean {
  return /^[\w.~:@/-]{1,100}$/.test(name)
}

/** The namespace that a request names, whatever it looks like. An empty header names none. */
export function readNamespaceName({ headers }: Pick<WireRequest, 'headers'>): string {
  return headers['x-mock-namespace'] || defaultNamespace
}

/**
 * The namespace and the account of a state in one text, for addresses in responses: they are asked for without the headers
 * of the request that they returned.
 */
export function toStateKey(namespace: string, account: string | undefined): string {
  return account === undefined ? namespace : `${namespace} ${account}`
}

export function readStateKey(key: string): { readonly namespace: string; readonly account: string | undefined } {
  const cut = key.indexOf(' ') // which no namespace has
  return cut === -1
    ? { namespace: key, account: undefined }
    : { namespace: key.slice(0, cut), account: key.slice(cut + 1) }
}
