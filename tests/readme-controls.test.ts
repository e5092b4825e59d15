import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { commands } from '../mocks/core/control/commands.ts'
import { serve } from '../mocks/adapters/http/node.ts'

const run = promisify(execFile)
const readme = await readFile(join(import.meta.dirname, '..', 'README.md'), 'utf8')

/** The rows of the table of controls: what is called in code, and the line to paste. */
const rows = [...readme.matchAll(/^\| [^|]+ \| ([^|]+) \| `(curl [^|]+)` \|$/gm)].map(([, names = '', line = '']) => ({
  names: [...names.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name),
  line,
}))

test('each line of the table of controls works as pasted, in its order', async () => {
  const served = await serve({ port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'readme-'))
  try {
    const [, seed = ''] = /^```yaml seed\.yaml\n(.*?)^```$/ms.exec(readme) ?? []
    await writeFile(join(folder, 'seed.yaml'), seed)
    for (const { line } of rows) {
      const command = line.replace('curl ', 'curl -sSf ').replaceAll('http://127.0.0.1:4010', served.url)
      await expect(run('sh', ['-c', command], { cwd: folder }), line).resolves.toMatchObject({ stderr: '' })
    }
    const path = '/2016-08-15/services/greetings/functions/hello/invocations'
    const invoked = await fetch(served.url + path, { method: 'POST', headers: { 'X-Mock-Namespace': 'default' } })
    expect(await invoked.text()).toBe('hello world')
  } finally {
    await served.close()
    await rm(folder, { recursive: true })
  }
})

test('the table has every control, over HTTP and in code', async () => {
  const asked = new Set(
    rows.map(({ line }) => {
      const [, path = ''] = /\/_mock(\/[\w-]+)/.exec(line) ?? []
      const [, method = / (-d|--data-binary) /.test(line) ? 'POST' : 'GET'] = / -X (\w+)/.exec(line) ?? []
      return `${method} ${path}`
    }),
  )
  const there = [...commands].flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
  expect([...asked].sort()).toEqual(there.sort())

  const { emulator, close } = await serve({ port: 0 })
  await close()
  const { handle: _, mocks: __, maxBodyBytes: ___, revision: ____, ...controls } = emulator
  const names = Object.entries(controls).flatMap(([name, control]) =>
    typeof control === 'function' ? [name] : Object.keys(control).map((part) => `${name}.${part}`),
  )
  expect([...new Set(rows.flatMap((row) => row.names))].sort()).toEqual(names.sort())
})
