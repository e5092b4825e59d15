import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installNodePackages } from './node-packages.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'node-packages-'))
  await writeFile(join(home, 'package.json'), '{"private":true}')
})
afterEach(() => rm(home, { recursive: true }))

const install = (npm: string) =>
  installNodePackages({
    folder: join(home, 'made'),
    manifest: join(home, 'package.json'),
    npm,
    signal: new AbortController().signal,
  })

/** A fake npm that records the manifest it installs. */
async function fakeNpm(script = ''): Promise<string> {
  const npm = join(home, 'npm')
  await writeFile(npm, `#!/bin/sh\ncat package.json >> ${home}/calls\n${script}\n`)
  await chmod(npm, 0o755)
  return npm
}
const calls = () => readFile(join(home, 'calls'), 'utf8')

test('packages are installed once, and again when the manifest changes', async () => {
  const npm = await fakeNpm()
  const made = { folder: join(home, 'made') }
  expect(await install(npm)).toEqual(made)
  expect(await install(npm)).toEqual(made)
  expect(await calls()).toBe('{"private":true}')
  await writeFile(join(home, 'package.json'), '{"name":"two"}')
  expect(await install(npm)).toEqual(made)
  expect(await calls()).toBe('{"private":true}{"name":"two"}')
})

test('without npm, the packages are missing', async () => {
  expect(await install('/none/npm')).toEqual({ missing: '/none/npm is not installed' })
})

test('a failed installation is reported and repeated in the next run', async () => {
  const npm = await fakeNpm('echo "npm error code E404" >&2; exit 1')
  expect(await install(npm)).toEqual({ missing: 'npm could not install packages: code E404' })
  expect(await install(await fakeNpm())).toHaveProperty('folder')
})
