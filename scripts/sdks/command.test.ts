import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runCommand } from './command.ts'

const signal = new AbortController().signal
const script = (text: string, options: object = {}) =>
  runCommand(process.execPath, ['-e', text], { limitMs: 10_000, signal, ...options })

test.each([
  ['done', 'console.log(1); console.error(2)', /^1\n2\n$|^2\n1\n$/],
  ['failed', 'console.log("why"); process.exit(3)', /^why\n$/],
  ['failed', 'process.kill(process.pid)', /^$/],
])('a command is %s: %s', async (end, text, output) => {
  expect(await script(text)).toEqual({ end, output: expect.stringMatching(output) })
})

test('a command that does not exist is missing', async () => {
  expect(await runCommand('/none', [], { limitMs: 1000, signal })).toEqual({ end: 'missing', output: '' })
})

test('a child has only the given environment', async () => {
  const { output } = await script('console.log(Object.keys(process.env).join())', { env: { ONLY: '1' } })
  expect(output).toBe('ONLY\n')
})

test('only the end of a long output is kept', async () => {
  const { output } = await script('console.log("a".repeat(100_000) + "end")')
  expect(output).toHaveLength(20_000)
  expect(output).toMatch(/a+end\n$/)
})

/** A command that never ends and has started another command, which appends to a file again and again. */
const endless = (file: string) => {
  const beat = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(file)}, '.'), 20)`
  return `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(beat)}])
    console.log('started')
    setInterval(() => {}, 1000)`
}

test('a command that takes too long or is stopped ends together with its child processes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'command-'))
  try {
    const beats = async (name: string) => (await readFile(join(folder, name), 'utf8')).length
    const ended = async (name: string) => {
      const before = await beats(name)
      expect(before, 'the child was running').toBeGreaterThan(0)
      await setTimeout(200)
      expect(await beats(name)).toBe(before)
    }
    const late = await script(endless(join(folder, 'late')), { limitMs: 3000 })
    expect(late).toEqual({ end: 'too long', output: 'started\n' })
    await ended('late')

    const stop = new AbortController()
    const running = script(endless(join(folder, 'stopped')), { signal: stop.signal })
    await expect.poll(() => beats('stopped').catch(() => 0), { timeout: 9000 }).toBeGreaterThan(0)
    stop.abort()
    expect(await running).toMatchObject({ end: 'stopped' })
    await ended('stopped')
    expect(await script('', { signal: stop.signal }), 'stopped before the start').toMatchObject({ end: 'stopped' })
  } finally {
    await rm(folder, { recursive: true })
  }
})
