/** The number of lines in each section of the catalogue of violations: `S01` to `S30`, and so on. */
const sections = { S: 30, B: 45, H: 28, T: 44, C: 18, P: 22, A: 24, N: 18, E: 18, I: 11, V: 31, R: 22 } as const

/** Every line of the catalogue of violations. */
export const lines: readonly string[] = Object.entries(sections).flatMap(([section, count]) => toLines(section, count))

/** Every line of the catalogue of permitted differences. */
export const benignLines: readonly string[] = toLines('G', 20)

function toLines(section: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${section}${String(index + 1).padStart(2, '0')}`)
}
