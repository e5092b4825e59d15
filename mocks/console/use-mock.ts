import { useEffect, useState } from 'preact/hooks'
import { listen, TokenNeeded } from './client.ts'

export type Connection = 'connecting' | 'connected' | 'lost' | 'token needed'

const retryMs = 2000

/**
 * The connection to the mock, and a number that grows with every change in the mock. A lost connection is opened again
 * after two seconds.
 */
export function useMock(token: number): { readonly connection: Connection; readonly change: number } {
  const [connection, setConnection] = useState<Connection>('connecting')
  const [change, setChange] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    let timer: number | undefined
    const note = () => setChange((count) => count + 1)
    const connect = () => {
      listen(() => setConnection('connected'), note, stop.signal).catch((error: unknown) => {
        if (stop.signal.aborted) return
        const isLocked = error instanceof TokenNeeded
        setConnection(isLocked ? 'token needed' : 'lost')
        if (!isLocked) timer = window.setTimeout(connect, retryMs)
      })
    }
    connect()
    return () => {
      stop.abort()
      window.clearTimeout(timer)
    }
  }, [token])
  return { connection, change }
}

/** A value that is read again after every change. Keeps the last value if the mock does not respond. */
export function useValue<T>(read: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    let isCurrent = true
    read().then(
      (result) => {
        if (isCurrent) setValue(() => result)
      },
      () => undefined, // the page shows that the connection is lost
    )
    return () => {
      isCurrent = false
    }
  }, inputs)
  return value
}
