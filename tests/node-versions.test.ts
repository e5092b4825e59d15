import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minVersion, satisfies } from 'semver'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const readText = async (file: string) => await readFile(join(root, file), 'utf8')
interface LockedPackage {
  readonly dev?: true
  readonly devOptional?: true
  readonly engines?: { readonly node?: string }
}
const { engines, devEngines } = JSON.parse(await readText('package.json')) // our own file
const { packages } = JSON.parse(await readText('package-lock.json')) as {
  packages: Readonly<Record<string, LockedPackage>>
}
const locked = Object.entries(packages).filter(([path]) => path !== '')
const users = minVersion(engines.node)?.version ?? ''
const developers = minVersion(devEngines.runtime.version)?.version ?? ''

/** The packages that reject this version of Node. */
function findUnsupported(version: string, entries: typeof locked): string[] {
  return entries
    .filter(([, { engines: { node = '*' } = {} }]) => !satisfies(version, node))
    .map(([path, { engines: found }]) => `${path} ${found?.node}`)
}

test('the dependencies of users support the Node version in engines', () => {
  const dependencies = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional)
  expect(dependencies.map(([path]) => path)).toContain('node_modules/zod')
  expect(findUnsupported(users, dependencies)).toEqual([])
})

test('all packages support the Node version of developers', async () => {
  expect(findUnsupported('20.19.0', locked)).not.toEqual([])
  expect(findUnsupported(developers, locked)).toEqual([])
  const used = (await readText('.nvmrc')).trim()
  expect(satisfies(used, devEngines.runtime.version)).toBe(true)
  expect(findUnsupported(used, locked)).toEqual([])
})

test('the pages state the Node versions', async () => {
  const [user, developer] = [users, developers].map((version) => version.replace(/\.0$/, ''))
  const readme = await readText('README.md')
  expect(readme).toContain(`Node ${user} or newer`)
  expect(readme).toContain(`Node ${developer} or newer`)
  expect(await readText('CONTRIBUTING.md')).toContain(`Node ${developer} or newer`)
})
