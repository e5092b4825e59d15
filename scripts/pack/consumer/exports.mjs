// Runs in an empty project in which the package is installed: every export must exist.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const require = createRequire(import.meta.url)
const name = 'faas-contracts'
const { exports } = require(`${name}/package.json`)

/** A pattern of the exports stands for every file of a folder. */
const paths = Object.entries(exports).flatMap(([path, target]) => {
  if (!path.endsWith('/*')) return [[path, target]]
  const folder = join(dirname(require.resolve(`${name}/package.json`)), dirname(target.default))
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  assert(files.length > 0, path)
  return files.map((file) => [path.replace('*', file.slice(0, -3)), target])
})

for (const [path, target] of paths) {
  const specifier = name + path.slice(1)
  if (typeof target === 'string') {
    const text = readFileSync(fileURLToPath(import.meta.resolve(specifier)), 'utf8')
    const document = path.endsWith('.yaml') ? parse(text) : JSON.parse(text)
    if (path === './config.schema.json') assert(document.properties.url, specifier)
    else if (path === './seed.schema.json') assert(document.properties['aliyun-fc-2016-08-15'], specifier)
    else assert(path === './package.json' || document.openapi.startsWith('3.'), specifier)
  } else if (path !== './contracts/vitest') {
    // That one needs vitest, which this project does not have.
    const names = Object.keys(await import(specifier))
    assert(path.endsWith('/types') || names.length > 0, `${specifier} exports nothing`)
  }
}

const { createMock } = await import('faas-contracts/mocks/fetch')
const response = await createMock().fetch('https://123456789012.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services/none')
assert.equal(response.status, 404)

const { serve } = await import('faas-contracts/mocks/node')
const mock = await serve({ port: 0 })
assert.equal((await fetch(`${mock.url}/2016-08-15/services`)).status, 200)
assert.equal((await fetch(`${mock.url}/openapi/aliyun-fc-2016-08-15.yaml`)).status, 200)
await mock.close()

const { runContract } = await import('faas-contracts/contracts')
const target = await serve({ port: 0 })
const apiId = 'aliyun-fc-2016-08-15'
const verdict = await runContract({ apiId, url: target.url, operation: 'GetService' })
await target.close()
assert.equal(verdict.conclusion, 'conformant')

console.log(`${paths.length} exports on Node ${process.versions.node}`)
