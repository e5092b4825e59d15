import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildGo } from './go-program.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'go-'))
})
afterEach(() => rm(home, { recursive: true }))

const build = (go: string) =>
  buildGo({ source: home, folder: join(home, 'made'), name: 'scenario', go, signal: new AbortController().signal })

/** A stand-in for Go that does what it is asked, but for one of its commands. */
async function fakeGo(fails = '', words = ''): Promise<string> {
  const go = join(home, 'go')
  await writeFile(go, `#!/bin/sh\n[ "$1" = "${fails}" ] && { printf '${words}' >&2; exit 1; }\nexit 0\n`)
  await chmod(go, 0o755)
  return go
}

test('a program is made where it is asked for', async () => {
  expect(await build(await fakeGo())).toEqual({ program: join(home, 'made', 'scenario') })
})

test('without Go there is none', async () => {
  expect(await build('/none/go')).toEqual({ missing: 'there is no /none/go' })
})

test('a module that the proxy refuses is missing, in the words of the proxy', async () => {
  const words = 'go: downloading a\\ngo: a: reading https://proxy/a: 403 Forbidden\\n\\tserver response: no\\n'
  expect(await build(await fakeGo('list', words))).toEqual({
    missing: 'Go got no modules from its proxy: go: a: reading https://proxy/a: 403 Forbidden server response: no',
  })
})

test.each([
  'verifying a: checksum mismatch\\nSECURITY ERROR\\n',
  'main.go:1: missing go.sum entry for module providing package a\\n',
])('modules that are not what was pinned are broken, not missing: %s', async (words) => {
  expect(await build(await fakeGo('list', words))).toMatchObject({ broken: expect.stringMatching(/./) })
})

test('a scenario that does not compile is broken, not missing', async () => {
  expect(await build(await fakeGo('build', 'undefined: fc'))).toEqual({
    broken: 'the scenario does not compile',
    output: 'undefined: fc',
  })
})
