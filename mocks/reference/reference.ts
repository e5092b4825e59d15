import { annotate } from './annotate.ts'
import { withPrefills } from './prefill.ts'

declare const SwaggerUIBundle: (options: Readonly<Record<string, unknown>>) => unknown

interface Document {
  readonly servers?: readonly { readonly url: string }[]
}

const api = location.pathname.split('/').at(-1) ?? ''
const darkScheme = matchMedia('(prefers-color-scheme: dark)')

function followScheme(): void {
  document.documentElement.classList.toggle('dark-mode', darkScheme.matches)
}

async function readJson(path: string): Promise<unknown> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: status ${response.status}`)
  return await response.json()
}

/** The document with this mock as its first server, so that "Try it out" sends requests to the mock. */
function withThisMock(spec: Document): Document {
  const [first] = spec.servers ?? []
  const basePath = first ? first.url.replace(/^https?:\/\/[^/]+/, '') : ''
  const server = { url: `${location.origin}${basePath}`, description: 'This mock' }
  return { ...spec, servers: [server, ...(spec.servers ?? []).filter(({ url }) => url !== server.url)] }
}

function show(message: string): void {
  const element = document.getElementById('message')
  if (element) element.textContent = message
}

function addLinks(apis: readonly string[]): void {
  const targets = [['/', 'Overview'], ['/_mock/console', 'Console'], ...apis.map((id) => [`/docs/${id}`, id])]
  const links = targets.map(([path = '', text = '']) =>
    Object.assign(document.createElement('a'), { href: path, textContent: text }),
  )
  document.getElementById('links')?.append(...links)
}

const authTexts: Readonly<Record<string, string>> = {
  verify:
    'This mock verifies signatures, and this page cannot sign. To send requests from this page, start the mock without --auth verify. To send signed requests, use an SDK of the vendor.',
  present: 'This mock requires credentials, and accepts any. Select Authorize, and enter any value.',
}

async function start(): Promise<void> {
  followScheme()
  darkScheme.addEventListener('change', followScheme)
  const { auth, apis } = (await readJson('/_mock/ready')) as { auth: string; apis: string[] } // the control API has this form
  addLinks(apis)
  show(authTexts[auth] ?? '')
  const document = (await readJson(`/openapi/${api}.json`)) as Document & Record<string, unknown> // our own document
  SwaggerUIBundle({
    spec: annotate(withPrefills(withThisMock(document) as typeof document)),
    dom_id: '#reference',
    deepLinking: true,
    docExpansion: 'list',
    filter: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: -1,
    validatorUrl: null,
  })
}

start().catch((error: unknown) =>
  show(`The API reference cannot be shown: ${error instanceof Error ? error.message : String(error)}`),
)
