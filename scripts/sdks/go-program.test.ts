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

/** A fake Go whose commands succeed, except `fails`. */
async function fakeGo(fails = '', words = ''): Promise<string> {
  const go = join(home, 'go')
  await writeFile(go, `#!/bin/sh\n[ "$1" = "${fails}" ] && { printf '${words}' >&2; exit 1; }\nexit 0\n`)
  await chmod(go, 0o755)
  return go
}

test('a program is built in the given folder', async () => {
  expect(await build(await fakeGo())).toEqual({ program: join(home, 'made', 'scenario') })
})

test('without Go, the program is missing', async () => {
  expect(await build('/none/go')).toEqual({ missing: '/none/go is not installed' })
})

test('a module that the proxy rejects is missing, with the message of the proxy', async () => {
  const words = 'go: downloading a\\ngo: a: reading https://proxy/a: 403 Forbidden\\n\\tserver response: no\\n'
  expect(await build(await fakeGo('list', words))).toEqual({
    missing: 'the Go module proxy failed: go: a: reading https://proxy/a: 403 Forbidden server response: no',
  })
})

test.each([
  'verifying a: checksum mismatch\\nSECURITY ERROR\\n',
  'main.go:1: missing go.sum entry for module providing package a\\n',
])('modules that differ from the pinned ones are broken, not missing: %s', async (words) => {
  expect(await build(await fakeGo('list', words))).toMatchObject({ broken: expect.stringMatching(/./) })
})

test('a scenario that does not compile is broken, not missing', async () => {
  expect(await build(await fakeGo('build', 'undefined: fc'))).toEqual({
    broken: 'the scenario does not compile',
    output: 'undefined: fc',
  })
})
