/** `npm run settings`: writes the files that follow from the settings of `verify`; with `--check`, compares them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { renderSettings } from './settings/render.ts'

const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')
for (const [path, text] of renderSettings()) {
  const file = join(root, path)
  const found = await readFile(file, 'utf8').catch(() => undefined)
  if (found === text) continue
  console.log(`${isCheck ? 'outdated' : 'written'}: ${path}`)
  if (isCheck) process.exitCode = 1
  else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
