import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preparePython } from './python-environment.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'python-'))
  await writeFile(join(home, 'requirements.txt'), 'one==1\n')
})
afterEach(() => rm(home, { recursive: true }))

const prepare = (python: string) =>
  preparePython({
    folder: join(home, 'made'),
    requirements: join(home, 'requirements.txt'),
    python,
    signal: new AbortController().signal,
  })

/** A fake Python that records each call and creates an environment with a copy of itself. */
async function fakePython(fails = '', words = ''): Promise<string> {
  const python = join(home, 'python')
  await writeFile(
    python,
    `#!/bin/sh
echo "$2" >> ${home}/calls
[ "$2" = "${fails}" ] && { printf '${words}' >&2; exit 1; }
case "$2" in
  venv) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  import*) echo "3.11 (fake)" ;;
esac
`,
  )
  await chmod(python, 0o755)
  return python
}
const calls = async () => (await readFile(join(home, 'calls'), 'utf8')).trim().split('\n')
const probe = 'import ensurepip, venv, sys; print(sys.version)'

test('an environment is created once, and again when its requirements change', async () => {
  const python = await fakePython()
  const made = { python: join(home, 'made', 'bin', 'python') }
  expect(await prepare(python)).toEqual(made)
  expect(await calls()).toEqual([probe, 'venv', 'pip'])
  expect(await prepare(python)).toEqual(made)
  expect(await calls()).toEqual([probe, 'venv', 'pip', probe])
  await writeFile(join(home, 'requirements.txt'), 'one==2\n')
  expect(await prepare(python)).toEqual(made)
  expect(await calls()).toEqual([probe, 'venv', 'pip', probe, probe, 'venv', 'pip'])
})

test('without an interpreter, the environment is missing', async () => {
  expect(await prepare('/none/python3')).toEqual({ missing: '/none/python3 is not installed' })
})

test.each([
  [probe, 'No module named venv', / cannot create virtual environments: No module named venv$/],
  ['venv', 'disk full', / could not create the virtual environment: disk full$/],
  [
    'pip',
    'ERROR: No matching distribution\\nnotice: upgrade',
    /^pip could not install packages: No matching distribution$/,
  ],
  ['pip', '', /: no message$/],
])('a failure of "%s" is reported and the step is retried in the next run', async (step, words, missing) => {
  expect(await prepare(await fakePython(step, words))).toEqual({ missing: expect.stringMatching(missing) })
  expect(await prepare(await fakePython())).toHaveProperty('python')
})
