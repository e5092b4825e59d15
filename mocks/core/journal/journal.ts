export interface JournalSettings {
  /** Most entries; 1000 unless given, 0 for no journal. */
  readonly entries?: number | undefined
  /** Most bytes of each body; 4096 unless given. */
  readonly bodyBytes?: number | undefined
}
