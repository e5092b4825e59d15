import { toJsonResponse } from '../json-response.ts'
import { isUnder } from '../served-paths.ts'
import type { WireRequest } from '../wire.ts'

/** The path of the control API. No vendor uses it. */
export const controlPath = '/_mock'

/** The paths of the overview of what the mock serves. */
export const overviewPaths = ['/', '/docs', '/openapi.json', '/_mock', '/_mock/']

/** The header with the token of the control API. */
const tokenHeader = 'X-Mock-Token'

/** A header can carry other characters only in an encoding that client and server agree on. */
export function isControlToken(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token)
}

export const controlTokenRule = 'the control token must consist of ASCII characters without spaces'

/** Whether the path is an overview or a document. */
export function isPage(path: string): boolean {
  return overviewPaths.includes(path) || path.startsWith('/openapi/')
}

/** Whether the mock itself responds: to the control API, and to GET of its pages. */
export function isControlRequest({ method, path }: Pick<WireRequest, 'method' | 'path'>): boolean {
  return isUnder(path, controlPath) || (isPage(path) && (method === 'GET' || method === 'HEAD'))
}

export const tokenRefusal = toJsonResponse(401, {
  error: `the control API requires its token in the header ${tokenHeader}`,
})

/** Whether a request has the token of the control API, if the control API requires one. */
export function hasToken(headers: WireRequest['headers'], controlToken: string | undefined): boolean {
  return controlToken === undefined || headers[tokenHeader.toLowerCase()] === controlToken
}
