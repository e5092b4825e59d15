import { type Html, html } from '../../../schemas/core/lib/html.ts'
import type { EmulatorOptions } from '../emulator-options.ts'
import { toJsonResponse } from '../json-response.ts'
import type { WireRequest, WireResponse } from '../wire.ts'

export type PageSettings = Pick<EmulatorOptions, 'mocks' | 'controlToken' | 'readDocument'>

const overviewPaths = ['/', '/docs', '/openapi.json', '/_mock', '/_mock/']
const documentForms = ['json', 'yaml'] as const
const mediaTypes = { json: 'application/json', yaml: 'application/yaml' }

/** Whether the path is an overview or a document. */
export function isPage(path: string): boolean {
  return overviewPaths.includes(path) || path.startsWith('/openapi/')
}

/** Responds to GET: an overview of what the mock serves, as HTML for browsers and as JSON, or an OpenAPI document. */
export function toPage(settings: PageSettings, { path, headers }: WireRequest): WireResponse {
  const overview = toOverview(settings)
  if (!overviewPaths.includes(path)) return toDocument(settings, path, overview)
  const vary = { Vary: 'Accept' }
  if (!headers.accept?.includes('text/html')) return toJsonResponse(200, overview, vary)
  const policy = { 'Content-Security-Policy': "default-src 'none'" }
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...policy, ...vary },
    body: toHtml(overview, settings.controlToken !== undefined),
  }
}

interface Overview {
  readonly apis: readonly { readonly id: string; readonly title: string; readonly documents: readonly string[] }[]
  readonly control: readonly string[]
}

function toOverview({ mocks, readDocument }: PageSettings): Overview {
  const apis = mocks.map(({ api: { id, title } }) => ({
    id,
    title,
    documents: readDocument ? documentForms.map((form) => `/openapi/${id}.${form}`) : [],
  }))
  return { apis, control: ['health', 'ready', 'request-log', 'coverage', 'state'].map((name) => `/_mock/${name}`) }
}

function toDocument({ mocks, readDocument }: PageSettings, path: string, { apis }: Overview): WireResponse {
  for (const { api } of mocks) {
    const form = documentForms.find((form) => path === `/openapi/${api.id}.${form}`)
    if (!form || !readDocument) continue
    return { status: 200, headers: { 'Content-Type': mediaTypes[form] }, body: readDocument(api.id, form) }
  }
  const documents = apis.flatMap((api) => api.documents)
  return toJsonResponse(404, { error: `there is no document ${path.slice(0, longestPath)}`, documents })
}

/** A message does not need more of a path. */
const longestPath = 200

function toHtml({ apis, control }: Overview, needsToken: boolean): string {
  const sections = [
    ...apis.map(({ title, documents }) => html`<h2>${title}</h2>${toList(documents)}`),
    html`<h2>Control API</h2>${toList(control)}`,
  ]
  const token = html`<p>Except for health and ready, the control API needs the header X-Mock-Token.</p>`
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>faas-contracts mock</title></head>
<body><h1>faas-contracts mock</h1>${sections}${needsToken ? token : undefined}</body>
</html>
`.text
}

function toList(links: readonly string[]): Html {
  return html`<ul>${links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul>`
}
