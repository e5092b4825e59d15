import { gzipSync } from 'node:zlib'
import { type Plugin, rolldown } from 'rolldown'

/** A module to bundle for a browser, and the packages that are not counted. */
interface BundleSubject {
  /** The module, which imports an entry point and uses one of its exports. */
  readonly code: string
  /** The folder that imports are resolved from. */
  readonly folder: string
  readonly outside: readonly string[]
  /** What the build of the package changes, if the entry point is not built. */
  readonly plugins: readonly Plugin[]
}

interface MeasuredBundle {
  /** Size of the minified code after gzip, in kB. */
  readonly kilobytes: number
  readonly text: string
}

const name = 'measured.ts'

/** Bundles a module as an application would. */
async function measureBundle({ code, folder, outside, plugins }: BundleSubject): Promise<MeasuredBundle> {
  const path = `${folder}/${name}`
  const bundle = await rolldown({
    input: path,
    platform: 'browser',
    // The bundle is only measured, so it does not matter that a browser has no modules of Node.
    logLevel: 'silent',
    external: (id) => outside.some((one) => id === one || id.startsWith(`${one}/`)),
    plugins: [
      ...plugins,
      {
        name: 'measured-module',
        resolveId: (id) => (id === path ? path : undefined),
        load: (id) => (id === path ? code : undefined),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true })
  await bundle.close()
  const text = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('')
  return { kilobytes: gzipSync(text).length / 1000, text }
}

/** An entry point with a budget in kB, and the APIs that its bundle must not contain. */
export interface SizeBudget {
  readonly entry: string
  readonly exported: string
  readonly outside: readonly string[]
  readonly kilobytes: number
  readonly without: readonly string[]
}

const titles = {
  'aliyun-fc-2016-08-15': 'Function Compute 2016-08-15',
  'aliyun-fc-2021-04-06': 'Function Compute 2021-04-06',
  'huawei-functiongraph-v2': 'FunctionGraph v2',
}
const models = [
  ['aliyun-fc-2016-08-15/models/service', 'Service'],
  ['aliyun-fc-2021-04-06/models/function', 'FunctionModel'],
  ['huawei-functiongraph-v2/models/runtime', 'Runtime'],
] as const

/** The 66 operations of FC 2021 exceed the target of 60 kB. */
const toKilobytes = (id: string) => (id === 'aliyun-fc-2021-04-06' ? 68 : 60)

/** What each entry point for one API or one model may cost. zod itself takes 23 kB. */
export const sizeBudgets: readonly SizeBudget[] = [
  ...Object.entries(titles).flatMap(([id, title]) => {
    const without = Object.values(titles).filter((other) => other !== title)
    return [
      { entry: `mocks/msw/${id}`, exported: 'handlers', outside: ['msw', 'zod'], kilobytes: toKilobytes(id), without },
      { entry: `mocks/fetch/${id}`, exported: 'createMock', outside: ['zod'], kilobytes: toKilobytes(id), without },
    ]
  }),
  ...models.map(([entry, exported]) => {
    return { entry, exported, outside: [], kilobytes: 30, without: Object.values(titles) }
  }),
]

/** Measures the entry point at an address. Returns what breaks its budget. */
export async function findExcess(
  { exported, outside, kilobytes, without }: SizeBudget,
  specifier: string,
  folder: string,
  plugins: readonly Plugin[] = [],
): Promise<{ readonly kilobytes: number; readonly excess: readonly string[] }> {
  const code = `import { ${exported} } from ${JSON.stringify(specifier)}\nconsole.log(${exported})\n`
  const measured = await measureBundle({ code, folder, outside, plugins })
  const excess = [
    ...(measured.kilobytes > kilobytes ? [`${measured.kilobytes.toFixed(1)} kB is more than ${kilobytes} kB`] : []),
    ...without.filter((title) => measured.text.includes(title)).map((title) => `it contains ${title}`),
  ]
  return { kilobytes: measured.kilobytes, excess }
}
