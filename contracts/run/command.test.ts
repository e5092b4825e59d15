import { expect, test } from 'vitest'
import { runCommand } from './command.ts'

const run = (command: string, more = {}) => runCommand(command, { env: {}, timeoutMs: 5000, ...more })

test('a shell command has the given environment and input', async () => {
  const command = 'echo "$FIRST-$(cat)" && test -n "$PATH"'
  expect(await run(command, { env: { FIRST: 'one' }, input: 'two' })).toEqual({ output: 'one-two\n' })
})

test('a failure contains the exit code and the last lines', async () => {
  const { failure } = await run('for i in 1 2 3 4 5 6 7 8 9 10 11; do echo "line $i" >&2; done; exit 7')
  expect(failure).toMatch(/^ended with exit code 7\n {2}line 2\n/)
  expect(failure).toMatch(/line 11$/)
})

test('a command that takes too long is killed with its child processes', async () => {
  const start = performance.now()
  const { failure } = await run('sleep 30 & sleep 30', { timeoutMs: 100 })
  expect(failure).toBe('was not done within 100 ms')
  expect(performance.now() - start).toBeLessThan(3000)
})

test('an interruption kills a command', async () => {
  const interruption = new AbortController()
  setTimeout(() => interruption.abort(), 50)
  expect(await run('sleep 30', { signal: interruption.signal })).toMatchObject({ failure: 'was interrupted' })
})

test('an unknown command is a failure', async () => {
  expect((await run('no-such-command-of-mine')).failure).toMatch(/^ended with exit code 127/)
})
