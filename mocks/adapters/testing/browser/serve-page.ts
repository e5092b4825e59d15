import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { type Listening, listen } from '../../http/listen.ts'

/** The script that contains the suite. */
export const suitePage = fileURLToPath(new URL('./page.ts', import.meta.url))

/** Bundles the script of a web page and serves it with MSW's service worker. */
export async function servePage(script: string, msw: 'msw' | 'msw2'): Promise<Listening> {
  const bundled = await bundle(script, msw)
  const worker = await readFile(new URL(import.meta.resolve(`${msw}/mockServiceWorker.js`)))
  const files: Readonly<Record<string, readonly [type: string, content: string | Uint8Array]>> = {
    '/': [
      'text/html',
      '<!doctype html><title>The mock in a page</title><script type="module" src="/page.js"></script>',
    ],
    '/page.js': ['text/javascript', bundled],
    '/mockServiceWorker.js': ['text/javascript', worker],
  }
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ''] ?? []
    if (type === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': type }).end(content)
  })
  return await listen(server, 0, '127.0.0.1')
}

async function bundle(script: string, msw: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(script),
    resolve: { alias: [{ find: /^msw(?=$|\/)/, replacement: msw }] },
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: script, output: { codeSplitting: false } },
    },
  })
  // One configuration has one output.
  const { output } = result as Rollup.RollupOutput
  return output[0].code
}
