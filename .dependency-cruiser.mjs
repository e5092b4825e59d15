/** The import rules. The table in ARCHITECTURE.md is their only source: this file turns each row into rules. */
import { readFileSync } from 'node:fs'

const text = readFileSync(new URL('./ARCHITECTURE.md', import.meta.url), 'utf8')
const [, section = ''] = /\n## Import table\n(.*?)\n## /s.exec(text) ?? []
export const rows = [...section.matchAll(/^\| (`.*) \| (.*) \|$/gm)].map(([, from, to]) => ({
  from: toNames(from),
  to: toNames(to),
}))

function toNames(cell) {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
}

/** `mocks/core/` stands for a folder, `mocks/*` for the files directly in it, `<api>` for the folder of an API. */
function toPath(name, api) {
  const path = name
    .replaceAll('.', '\\.')
    .replaceAll(/\*\*\/\*?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*\\b'))
    .replaceAll('<api>', api)
  return name.endsWith('/') ? `^${path}` : `^${path}$`
}

const anyApi = '(?:aliyun-fc-\\d[^/]*|huawei-[^/]+)'
const toFrom = ({ from }) => from.map((name) => toPath(name, `(${anyApi})`))
const isPackage = (name) => /^@?[a-z][\w-]*(\/[\w-]+)?$/.test(name) && !name.endsWith('/')

/** `<api>` is the API of the importing file, if that file belongs to one. */
function toTarget(name, api) {
  if (name === 'npm:*') return 'node_modules/'
  if (isPackage(name)) return `node_modules/${name}(/|$)`
  return toPath(name, api)
}

const tests = ['/testing/', '\\.test(-d)?\\.ts$', '^tests/']
const isTest = ({ from }) => from.some((name) => /test/.test(name))

/** The first row that matches a file applies to it. */
const tableRules = rows.flatMap((row, index) => {
  const from = { path: toFrom(row), pathNot: rows.slice(0, index).flatMap(toFrom) }
  const api = row.from.some((name) => name.includes('<api>')) ? '$1' : anyApi
  const allowed = row.to.filter((name) => name !== 'node:*').map((name) => toTarget(name, api))
  const name = row.from.join(', ')
  return [
    {
      name: `import-table: ${name}`,
      severity: 'error',
      from,
      to: { pathNot: allowed, ...(row.to.includes('node:*') && { dependencyTypesNot: ['core'] }) },
    },
    ...(isTest(row) ? [] : [{ name: `no-test-code: ${name}`, severity: 'error', from, to: { path: tests } }]),
  ]
})

export default {
  forbidden: [
    ...tableRules,
    {
      name: 'every-file-has-a-row',
      severity: 'error',
      from: {},
      to: { path: '^(schemas|mocks|contracts|scripts|tests)/', pathNot: rows.flatMap(toFrom) },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'nothing-imports-a-test', severity: 'error', from: {}, to: { path: '\\.test(-d)?\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // These files import generated or packed code, which exists only where they run.
    exclude: { path: '^scripts/(clients/programs/hey-api/|tools/programs/|pack/consumer(-vitest)?/|cli/start\\.cjs$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
}
