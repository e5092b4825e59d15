/** What every tab of the console gets. */
export interface TabProps {
  readonly namespace: string
  /** Grows with every change in the mock. */
  readonly change: number
}
