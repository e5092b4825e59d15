import type { WireRequest } from './wire.ts'

export const defaultNamespace = 'default'

/** Valid names can be used in headers, URLs and files. */
export const namespaceRule = 'a namespace has 1 to 100 letters, digits or -._~:@/'

export function isNamespaceName(name: string): boolean {
  return /^[\w.~:@/-]{1,100}$/.test(name)
}

/** The namespace that a request names. It may be invalid. An empty header means the default namespace. */
export function readNamespaceName({ headers }: Pick<WireRequest, 'headers'>): string {
  return headers['x-mock-namespace'] || defaultNamespace
}

/**
 * Namespace and account of a state in one text. It is part of URLs in responses, because clients request them without
 * the headers of the original request.
 */
export function toStateKey(namespace: string, account: string | undefined): string {
  return account === undefined ? namespace : `${namespace} ${account}`
}

export function readStateKey(key: string): { readonly namespace: string; readonly account: string | undefined } {
  const cut = key.indexOf(' ') // a namespace contains no space
  return cut === -1
    ? { namespace: key, account: undefined }
    : { namespace: key.slice(0, cut), account: key.slice(cut + 1) }
}
