/** The names that an emulator knows, for the types of its options and controls. */
export interface Names {
  readonly api: string
  readonly operation: string
  readonly seed: Readonly<Record<string, unknown>>
}
