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

/** Sizes of the minified code after gzip, in kB. */
interface Sizes {
  /** What the module loads at once. */
  readonly kilobytes: number
  /** What the module loads when it is used, such as the control API and the check of credentials. */
  readonly laterKilobytes: number
}

interface MeasuredBundle extends Sizes {
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
  const files = output.filter((file) => file.type === 'chunk')
  const atOnce = new Set(files.filter(({ isEntry }) => isEntry))
  for (const { imports } of atOnce) for (const file of files) if (imports.includes(file.fileName)) atOnce.add(file)
  const toKilobytes = (part: typeof files) =>
    part.reduce((sum, { code: content }) => sum + gzipSync(content).length, 0) / 1000
  return {
    kilobytes: toKilobytes([...atOnce]),
    laterKilobytes: toKilobytes(files.filter((file) => !atOnce.has(file))),
    text: files.map(({ code: content }) => content).join(''),
  }
}

/** An entry point with its largest sizes, and the APIs that its bundle must not contain. */
export interface SizeBudget extends Sizes {
  readonly entry: string
  readonly exported: string
  readonly outside: readonly string[]
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

/** The mock of one API may take the first at once, and the second when its control API is used and credentials are checked. */
const limits = { kilobytes: 60, laterKilobytes: 10 }

/** What each entry point for one API or one model may cost. zod itself takes 23 kB. */
export const sizeBudgets: readonly SizeBudget[] = [
  ...Object.entries(titles).flatMap(([id, title]) => {
    const without = Object.values(titles).filter((other) => other !== title)
    return [
      { entry: `mocks/msw/${id}`, exported: 'handlers', outside: ['msw', 'zod'], ...limits, without },
      { entry: `mocks/fetch/${id}`, exported: 'createMock', outside: ['zod'], ...limits, without },
    ]
  }),
  ...models.map(([entry, exported]) => {
    return { entry, exported, outside: [], kilobytes: 30, laterKilobytes: 0, without: Object.values(titles) }
  }),
]

/** Measures the entry point at an address. Returns what breaks its budget. */
export async function findExcess(
  { exported, outside, without, ...budget }: SizeBudget,
  specifier: string,
  folder: string,
  plugins: readonly Plugin[] = [],
): Promise<Sizes & { readonly excess: readonly string[] }> {
  const code = `import { ${exported} } from ${JSON.stringify(specifier)}\nconsole.log(${exported})\n`
  const { text, ...sizes } = await measureBundle({ code, folder, outside, plugins })
  const excess = [
    ...toExcess(sizes.kilobytes, budget.kilobytes),
    ...toExcess(sizes.laterKilobytes, budget.laterKilobytes).map((size) => `used later: ${size}`),
    ...without.filter((title) => text.includes(title)).map((title) => `it contains ${title}`),
  ]
  return { ...sizes, excess }
}

function toExcess(measured: number, limit: number): string[] {
  return measured > limit ? [`${measured.toFixed(1)} kB is more than ${limit} kB`] : []
}
