/** The median. For an even number of values, the mean of the two middle values. Throws if there are no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return (low + high) / 2
}

/**
 * The median of the ratios of two series that were measured in turns. The two values of a round share the load of the
 * machine, so their ratio is more stable than the ratio of two medians.
 */
export function medianRatio(numerators: readonly number[], denominators: readonly number[]): number {
  return median(numerators.map((value, index) => value / (denominators[index] ?? Number.NaN)))
}

/** Runs measurements in turns (A B A B) and returns the values of each. */
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
