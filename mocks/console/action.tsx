import { useCallback, useState } from 'preact/hooks'

/** The end of the last action, in words. */
interface Result {
  readonly text: string
  readonly isFailure: boolean
}

/** Runs an action, and then shows what was done, or why the action failed. */
export type Run = (action: () => Promise<unknown>, done: string) => void

/** Runs actions. Keeps the result of the last action, and counts the actions that succeeded. */
export function useAction(): { readonly result: Result | undefined; readonly done: number; readonly run: Run } {
  const [result, setResult] = useState<Result>()
  const [done, setDone] = useState(0)
  const run = useCallback<Run>((action, text) => {
    setResult(undefined) // a screen reader reads only a text that changes
    action().then(
      () => {
        setResult({ text, isFailure: false })
        setDone((count) => count + 1)
      },
      (error: unknown) => setResult({ text: error instanceof Error ? error.message : String(error), isFailure: true }),
    )
  }, [])
  return { result, done, run }
}

/** The result of the last action. Screen readers read it. */
export function ActionResult({ result }: { readonly result: Result | undefined }) {
  return (
    <>
      <p role="status" class="result">
        {result?.isFailure === false && result.text}
      </p>
      {result?.isFailure && <p role="alert">{result.text}</p>}
    </>
  )
}
