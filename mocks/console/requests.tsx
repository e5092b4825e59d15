import { useEffect, useState } from 'preact/hooks'
import type { RequestLogEntry } from '../core/request-log/entry.ts'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { Exchange } from './exchange.tsx'
import { toCount } from '../../schemas/core/lib/count.ts'
import { ActionResult, useAction } from './action.tsx'
import { Confirm } from './confirm.tsx'

/** The page keeps as many requests as the mock. */
const mostEntries = 1000
/** A longer list makes the page slow. The filter searches all entries. */
const mostShown = 200

/** The live request log, with filters. The selected request is shown with its response. */
export function Requests({ change }: TabProps) {
  const [entries, clear] = useEntries(change)
  const [filter, setFilter] = useState<Filter>({ text: '', status: '', namespace: '' })
  const [selected, setSelected] = useState<number>()
  const { result, run } = useAction()
  const found = entries.filter((entry) => matches(entry, filter))
  const shown = found.slice(-mostShown).reverse()
  const namespaces = [...new Set(entries.map(({ namespace }) => namespace))].sort()
  const entry = entries.find(({ id }) => id === selected)
  const set = (part: Partial<Filter>) => setFilter({ ...filter, ...part })
  return (
    <>
      <form class="bar" onSubmit={(event) => event.preventDefault()}>
        <label>
          Filter{' '}
          <input
            type="search"
            placeholder="operation, code or path"
            value={filter.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
        <label>
          Status{' '}
          <select value={filter.status} onChange={(event) => set({ status: event.currentTarget.value })}>
            <option value="">all</option>
            {['2', '3', '4', '5'].map((digit) => (
              <option key={digit} value={digit}>{`${digit}xx`}</option>
            ))}
          </select>
        </label>
        <label>
          Sent to{' '}
          <select value={filter.namespace} onChange={(event) => set({ namespace: event.currentTarget.value })}>
            <option value="">all namespaces</option>
            {namespaces.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <Confirm
          question="Clear the request log of all namespaces?"
          action="Clear"
          onConfirm={() =>
            run(async () => {
              await control.clearRequests()
              clear()
            }, 'The request log was cleared.')
          }
        >
          Clear
        </Confirm>
      </form>
      <ActionResult result={result} />
      <p class="note" aria-live="polite">
        {found.length === entries.length
          ? toCount(entries.length, 'request')
          : `${found.length} of ${toCount(entries.length, 'request')}`}
        {found.length > shown.length && `, the newest ${shown.length} are shown`}
      </p>
      <div class="split">
        <ol class="list" aria-label="Requests, newest first">
          {shown.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === selected} onClick={() => setSelected(one.id)}>
                <Line entry={one} />
              </button>
            </li>
          ))}
        </ol>
        <section aria-label="Selected request">
          {entry ? (
            <Exchange entry={entry} />
          ) : (
            <p class="note">{entries.length === 0 ? 'No request yet. Send one to the mock.' : 'Select a request.'}</p>
          )}
        </section>
      </div>
    </>
  )
}

interface Filter {
  readonly text: string
  /** The first digit of the status, or empty for all. */
  readonly status: string
  readonly namespace: string
}

export function matches(
  { operation = '', purpose = '', code = '', namespace, request, response }: RequestLogEntry,
  { text, status, namespace: wanted }: Filter,
): boolean {
  const words = `${operation} ${purpose} ${code} ${request.method} ${request.path}`.toLowerCase()
  return (
    words.includes(text.trim().toLowerCase()) &&
    String(response.status).startsWith(status) &&
    (wanted === '' || namespace === wanted)
  )
}

function Line({ entry: { time, operation, purpose, code, request, response } }: { readonly entry: RequestLogEntry }) {
  return (
    <>
      <span class={`code s${String(response.status)[0]}`}>{response.status}</span>{' '}
      <b>{operation ?? purpose ?? request.method}</b> {code !== undefined && <span class="code s4">{code}</span>}
      <small>
        {time.slice(11, 23)} {request.method} {request.path}
      </small>
    </>
  )
}

/** Two reads may return the same entries, because a change can occur while a read is under way. */
export function join(known: readonly RequestLogEntry[], added: readonly RequestLogEntry[]): RequestLogEntry[] {
  const last = known.at(-1)?.id ?? 0
  return [...known, ...added.filter(({ id }) => id > last)].slice(-mostEntries)
}

/** Reads the new entries after every change. */
function useEntries(change: number): [readonly RequestLogEntry[], () => void] {
  const [entries, setEntries] = useState<readonly RequestLogEntry[]>([])
  const last = entries.at(-1)
  useEffect(() => {
    let isCurrent = true
    readEntries(last).then(
      ({ isContinued, read }) => {
        if (isCurrent) setEntries((known) => (isContinued ? join(known, read) : read))
      },
      () => undefined, // the page shows that the connection is lost
    )
    return () => {
      isCurrent = false
    }
  }, [change])
  return [entries, () => setEntries([])]
}

/** Reads from the last known entry on. If the log no longer has this entry, it was cleared or belongs to another mock. */
async function readEntries(last: RequestLogEntry | undefined) {
  const read = await control.requests(last ? last.id - 1 : 0)
  const isContinued = !last || read.some(({ id, time }) => id === last.id && time === last.time)
  return { isContinued, read: isContinued ? read : await control.requests(0) }
}
