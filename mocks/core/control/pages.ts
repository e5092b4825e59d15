import { z } from 'zod'
import { type Html, html, raw } from '../../../schemas/core/lib/html.ts'
import type { EmulatorOptions } from '../emulator-options.ts'
import { toIssueText } from '../issues.ts'
import { toJsonResponse } from '../json-response.ts'
import type { WireRequest, WireResponse } from '../wire.ts'
import { overviewPaths } from './control-request.ts'

export type PageSettings = Pick<EmulatorOptions, 'mocks' | 'controlToken' | 'readDocument'>

const documentForms = ['json', 'yaml'] as const
const mediaTypes = { json: 'application/json', yaml: 'application/yaml' }

/** Responds to GET: an overview of what the mock serves, as HTML for browsers and as JSON, or an OpenAPI document. */
export function toPage(settings: PageSettings, request: WireRequest): WireResponse {
  const { path, headers } = request
  const overview = toOverview(settings)
  if (!overviewPaths.includes(path)) return toDocument(settings, request, overview)
  const vary = { Vary: 'Accept' }
  if (!headers.accept?.includes('text/html')) return toJsonResponse(200, overview, vary)
  const policy = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" }
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...policy, ...vary },
    body: toHtml(overview, settings.controlToken !== undefined),
  }
}

interface Overview {
  readonly apis: readonly {
    readonly id: string
    readonly title: string
    /** Where requests go. */
    readonly basePath: string
    /** The API reference. Only the HTTP server has pages and documents. */
    readonly reference?: string
    readonly documents: readonly string[]
  }[]
  readonly console?: string
  readonly control: readonly string[]
}

function toOverview({ mocks, readDocument }: PageSettings): Overview {
  const apis = mocks.map(({ api: { id, title, dialect } }) => ({
    id,
    title,
    basePath: dialect.basePath,
    ...(readDocument && { reference: `/docs/${id}` }),
    documents: readDocument ? documentForms.map((form) => `/openapi/${id}.${form}`) : [],
  }))
  const control = ['health', 'ready', 'request-log', 'resources', 'coverage', 'state'].map((name) => `/_mock/${name}`)
  return { apis, ...(readDocument && { console: '/_mock/console' }), control }
}

/** `/openapi/<api>.<format>`, with `?openapi=3.0` and `?profile=documented`. */
function toDocument(
  { mocks, readDocument }: PageSettings,
  { path, query }: WireRequest,
  { apis }: Overview,
): WireResponse {
  for (const { api } of mocks) {
    const format = documentForms.find((form) => path === `/openapi/${api.id}.${form}`)
    if (!format || !readDocument) continue
    const given = { ...Object.fromEntries(new URLSearchParams(query)), format }
    const form = documentForm.safeParse(given)
    if (form.error) return toJsonResponse(400, { error: toIssueText(form.error.issues, given, 'query') })
    return { status: 200, headers: { 'Content-Type': mediaTypes[format] }, body: readDocument(api.id, form.data) }
  }
  const documents = apis.flatMap((api) => api.documents)
  return toJsonResponse(404, { error: `there is no document ${path.slice(0, longestPath)}`, documents })
}

const documentForm = z.strictObject({
  format: z.enum(documentForms),
  openapi: z.enum(['3.1', '3.0']).default('3.1'),
  profile: z.enum(['observed', 'documented']).default('observed'),
})

/** A message does not need more of a path. */
const longestPath = 200

const style = raw(
  '<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:1.5rem auto;padding:0 1rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin-bottom:0}ul{margin-top:.3rem}</style>',
)

function toHtml({ apis, console, control }: Overview, needsToken: boolean): string {
  const sections = apis.map(
    ({ title, basePath, reference, documents }) => html`<h2>${title}</h2>
<ul>${reference === undefined ? undefined : html`<li>${toLink(reference, 'API reference, with requests to this mock')}</li>`}
<li>Base path: <code>${basePath}</code></li>${documents.map((path) => html`<li>${toLink(path)}</li>`)}</ul>`,
  )
  const page =
    console === undefined
      ? undefined
      : html`<p>${toLink(console, 'Console')}: requests, resources, faults, clock, snapshots and coverage</p>`
  const token = html`<p>Except for health and ready, the control API needs the header X-Mock-Token.</p>`
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>faas-contracts mock</title>${style}</head>
<body><h1>faas-contracts mock</h1>${page}${sections}<h2>Control API</h2>
<ul>${control.map((path) => html`<li>${toLink(path)}</li>`)}</ul>${needsToken ? token : undefined}</body>
</html>
`.text
}

function toLink(path: string, text: string = path): Html {
  return html`<a href="${path}">${text}</a>`
}
