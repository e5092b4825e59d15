/** The import table of ARCHITECTURE.md, as rules. A test may import anything; nothing imports a test. */

const test = '\\.test(-d)?\\.ts$'
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`

/** Modules under `from` may import `to` and nothing else (tests apart). */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { pathNot: to },
})

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'nothing-imports-a-test', severity: 'error', from: {}, to: { path: test } },
    {
      name: 'nothing-imports-scripts',
      severity: 'error',
      from: { pathNot: `^scripts/|${test}` },
      to: { path: '^scripts/' },
    },
    only('schemas-core-lib', '^schemas/core/lib/', ['^schemas/core/lib/']),
    only('schemas-core', '^schemas/core/', ['^schemas/core/', npm('zod', '@asteasolutions/zod-to-openapi')]),
    only('schemas-api', '^schemas/(?!core/)([^/]+)/', [
      '^schemas/core/',
      '^schemas/$1/',
      '^schemas/[^/]+\\.ts$',
      npm('zod'),
    ]),
    only('mocks-core', '^mocks/core/', ['^mocks/core/', '^schemas/core/', npm('zod', 'sorted-btree', '@noble/hashes')]),
    only('mocks-api', '^mocks/(aliyun|huawei)', ['^mocks/', '^schemas/', npm('zod', 'sorted-btree', '@noble/hashes')]),
    {
      name: 'mocks-api-not-adapters',
      severity: 'error',
      from: { path: '^mocks/(aliyun|huawei)', pathNot: test },
      to: { path: '^mocks/adapters/' },
    },
    {
      name: 'mocks-not-contracts',
      severity: 'error',
      from: { path: '^mocks/', pathNot: test },
      to: { path: '^contracts/' },
    },
    {
      name: 'contracts-not-mocks',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: '^mocks/' },
    },
    {
      name: 'only-adapters-reach-the-platform',
      severity: 'error',
      from: { path: '^mocks/', pathNot: `^mocks/adapters/|${test}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-adapters-reach-msw-and-prism',
      severity: 'error',
      from: { pathNot: `^mocks/adapters/|${test}` },
      to: { path: npm('msw', '@stoplight') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // They import what is generated or packed, which is made where they run.
    exclude: { path: '^scripts/(clients/programs/hey-api|pack/consumer)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
}
