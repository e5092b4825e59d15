import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { rolldown } from 'rolldown'

const compress = promisify(gzip)

/**
 * Writes the files of the mock's pages to a folder, compressed: the console and the API reference. Returns the source
 * files that they contain.
 */
export async function writePages(root: string, folder: string): Promise<readonly string[]> {
  const source = (path: string) => join(root, 'mocks', path)
  const swagger = (file: string) => join(root, 'node_modules', 'swagger-ui-dist', file)
  const console = await bundlePage(source('console/main.tsx'))
  const reference = await bundlePage(source('reference/reference.ts'))
  const files: Readonly<Record<string, string | Buffer>> = {
    'console.js': console.code,
    'console.css': await readFile(source('console/console.css')),
    'console.html': await readFile(source('console/console.html')),
    'reference.js': reference.code,
    'reference.css': await readFile(source('reference/reference.css')),
    'reference.html': await readFile(source('reference/reference.html')),
    'swagger-ui.js': await readFile(swagger('swagger-ui-bundle.js')),
    'swagger-ui.css': await readFile(swagger('swagger-ui.css')),
  }
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.gz`), await compress(content, { level: 9 }))
  }
  return [...console.modules, ...reference.modules, swagger('swagger-ui-bundle.js')]
}

async function bundlePage(input: string) {
  const bundle = await rolldown({
    input,
    platform: 'browser',
  })
  const { output } = await bundle.generate({ minify: true })
  await bundle.close()
  return { code: output[0].code, modules: output[0].moduleIds }
}
