import { atLeast, atMost, forInformation, type Row, toNumber } from './row.ts'
import { startServer } from './server-process.ts'
import { interleave, median, medianRatio } from './statistics.ts'
import { builtCli, prismCommand, sourceCli } from './subjects.ts'

/** Measures the time from process start to first response of the built package, the sources and Prism. */
export async function measureStart(rounds: number): Promise<Row[]> {
  const runs = [
    () => start([builtCli, 'mock'], '/2016-08-15/services'),
    () => start([sourceCli, 'mock'], '/2016-08-15/services'),
    () => start(prismCommand, '/services'),
  ] as const
  await interleave(1, runs) // the first round reads the files from disk and fills the compile cache of Node
  const [built, source, prism] = await interleave(rounds, runs)
  const times = `${toNumber(median(prism))} and ${toNumber(median(built))} ms`
  return [
    atMost(
      'process start to first response, built package',
      median(built),
      300,
      'ms',
      `best ${toNumber(Math.min(...built))}`,
    ),
    forInformation(
      'process start to first response, from sources',
      median(source),
      'ms',
      `best ${toNumber(Math.min(...source))}`,
    ),
    atLeast('process start to first response, Prism / built package', medianRatio(prism, built), 5, times),
  ]
}

async function start(args: readonly string[], path: string): Promise<number> {
  const server = await startServer(args, path)
  await server.stop()
  return server.startMs
}
