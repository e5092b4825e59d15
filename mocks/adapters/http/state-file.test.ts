import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepState, type StateFileError } from './state-file.ts'

/** Something with a state that is one text. */
function fakeEmulator(state = '"fresh"') {
  let revision = 0
  return {
    set(next: string) {
      state = next
      revision += 1
    },
    exportState: vi.fn(() => state),
    importState(text: string) {
      JSON.parse(text)
      this.set(text)
    },
    revision: () => revision,
  }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'state-file-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function keep(
  emulator: ReturnType<typeof fakeEmulator>,
  file: string,
  report = vi.fn<(e: StateFileError) => void>(),
) {
  const kept = await keepState(emulator, file, report)
  onTestFinished(() => kept.close().catch(() => {}))
  return { ...kept, report }
}

const read = (file: string) => readFile(file, 'utf8')

test('a new file contains the state from the start, and each change shortly after it', async () => {
  const file = join(await makeFolder(), 'state.json')
  const emulator = fakeEmulator()
  await keep(emulator, file)
  expect(await read(file)).toBe('"fresh"')
  emulator.set('"changed"')
  await vi.waitFor(async () => expect(await read(file)).toBe('"changed"'))
  emulator.set('"changed again"')
  await vi.waitFor(async () => expect(await read(file)).toBe('"changed again"'))
})

test('the next mock starts with the saved state', async () => {
  const file = join(await makeFolder(), 'state.json')
  const first = fakeEmulator()
  const { close } = await keep(first, file)
  first.set('"last"')
  await close()
  const second = fakeEmulator()
  await keep(second, file)
  expect(second.exportState()).toBe('"last"')
})

test('without changes, nothing is exported', async () => {
  const emulator = fakeEmulator()
  await keep(emulator, join(await makeFolder(), 'state.json'))
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(emulator.exportState).toHaveBeenCalledTimes(1)
})

test.each(['', '{"half', 'not json', '\u0000'])(
  'a file that contains %j is rejected with its name and not changed',
  async (text) => {
    const file = join(await makeFolder(), 'state.json')
    await writeFile(file, text)
    const { mtimeMs } = await stat(file)
    const error = await keepState(fakeEmulator(), file, () => {}).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      name: 'StateFileError',
      file,
      message: expect.stringMatching(/JSON.*; the file was not changed$/s),
    })
    expect([await read(file), (await stat(file)).mtimeMs]).toEqual([text, mtimeMs])
  },
)

test('the file contains a complete state at all times', async () => {
  const file = join(await makeFolder(), 'state.json')
  const emulator = fakeEmulator()
  const { close } = await keep(emulator, file)
  let isDone = false
  const writing = (async () => {
    for (let i = 0; i < 5; i += 1) {
      emulator.set(JSON.stringify('x'.repeat(5_000_000)))
      await new Promise((resolve) => setTimeout(resolve, 260))
    }
    isDone = true
  })()
  let reads = 0
  while (!isDone) {
    JSON.parse(await read(file))
    reads += 1
  }
  await writing
  await close()
  expect(reads).toBeGreaterThan(20)
  expect(await readdir(join(file, '..')), 'and no draft is left').toEqual(['state.json'])
})

test('an unwritable path is rejected at the start', async () => {
  const folder = await makeFolder()
  const nowhere = join(folder, 'none', 'state.json')
  await expect(keepState(fakeEmulator(), nowhere, () => {})).rejects.toThrow(
    `${nowhere} cannot be written: there is no such file or folder`,
  )
  await expect(keepState(fakeEmulator(), folder, () => {})).rejects.toThrow(`${folder} cannot be read: it is a folder`)
})

test('a later write error is reported once, and writing is retried', async () => {
  const folder = await makeFolder()
  const [here, away] = [join(folder, 'here'), join(folder, 'away')]
  await mkdir(here)
  const emulator = fakeEmulator()
  const { report } = await keep(emulator, join(here, 'state.json'))
  await rename(here, away)
  emulator.set('"changed"')
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(report.mock.calls).toEqual([
    [expect.objectContaining({ message: expect.stringContaining('cannot be written') })],
  ])
  await rename(away, here)
  await vi.waitFor(async () => expect(await read(join(here, 'state.json'))).toBe('"changed"'))
})

test('a write error on close is an error', async () => {
  const folder = await makeFolder()
  const emulator = fakeEmulator()
  const { close } = await keep(emulator, join(folder, 'state.json'))
  await rm(folder, { recursive: true })
  emulator.set('"changed"')
  await expect(close()).rejects.toThrow('cannot be written')
})

test('a symbolic link to the file is kept', async () => {
  const folder = await makeFolder()
  const [file, link] = [join(folder, 'state.json'), join(folder, 'link.json')]
  await writeFile(file, '"old"')
  await symlink(file, link)
  const emulator = fakeEmulator()
  const { close } = await keep(emulator, link)
  emulator.set('"new"')
  await close()
  expect([await read(file), await read(link)]).toEqual(['"new"', '"new"'])
})

test('other users cannot read the file', async () => {
  const file = join(await makeFolder(), 'state.json')
  await keep(fakeEmulator(), file)
  expect((await stat(file)).mode & 0o077).toBe(0)
})
