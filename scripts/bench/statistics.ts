/** The middle of some numbers; of an even number of them, the mean of the two in the middle. Throws where there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return (low + high) / 2
}

/**
 * The median of the ratios of two series that were measured in turns. Neighbours share the noise of the machine,
 * so a ratio of neighbours holds where a ratio of two medians would not.
 */
export function medianRatio(numerators: readonly number[], denominators: readonly number[]): number {
  return median(numerators.map((value, index) => value / (denominators[index] ?? Number.NaN)))
}

/** Runs some measurements in turns, A B A B, and gives the values of each. */
export async function interleave<const Runs extends readonly (() => Promise<unknown>)[]>(
  rounds: number,
  runs: Runs,
): Promise<{ [Index in keyof Runs]: Awaited<ReturnType<Runs[Index]>>[] }> {
  const values: unknown[][] = runs.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, run] of runs.entries()) values[index]?.push(await run())
  }
  return values as never // one list for each run, in the same order
}
