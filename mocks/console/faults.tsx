import { useState } from 'preact/hooks'
import type { OperationCoverage } from '../core/coverage.ts'
import type { FaultOptions } from '../core/injected-faults/fault-options.ts'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { ActionResult, useAction } from './action.tsx'
import { toFaultFacts } from './fault-text.ts'
import { useValue } from './use-mock.ts'

const kinds = {
  error: 'error code',
  reset: 'reset the connection',
  truncate: 'truncate the body',
  hang: 'never respond',
  none: 'none, only a delay',
}
type Kind = keyof typeof kinds

/** Adds and removes injected faults. The error codes are those of the selected operation. */
export function Faults({ namespace, change }: TabProps) {
  const { result, done, run } = useAction()
  const faults = useValue(control.faults, [change, done]) ?? []
  return (
    <>
      <FaultForm namespace={namespace} onAdd={(fault) => run(() => control.addFault(fault), 'The fault was added.')} />
      <ActionResult result={result} />
      {faults.length === 0 && <p class="note">No fault is active.</p>}
      <ul class="cards">
        {faults.map((fault) => (
          <li key={fault.id}>
            <b>{fault.id}</b>
            <dl class="facts">
              {toFaultFacts(fault).map(([name, text]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            <button type="button" onClick={() => run(() => control.removeFault(fault.id), `${fault.id} was removed.`)}>
              Remove {fault.id}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function FaultForm({
  namespace,
  onAdd,
}: {
  readonly namespace: string
  readonly onAdd: (fault: FaultOptions) => void
}) {
  const apis = useValue(control.coverage, []) ?? []
  const [api, setApi] = useState<string>()
  const chosen = apis.find((one) => one.api === api) ?? apis[0]
  const [operation, setOperation] = useState('')
  const [kind, setKind] = useState<Kind>('error')
  const [error, setError] = useState('')
  const [count, setCount] = useState('1')
  const [delayMs, setDelayMs] = useState('')
  const operations = chosen?.detail ?? []
  const selected = operations.find((one) => one.operation === operation)
  const codes = selected ? toCodes(selected) : [...new Set(operations.flatMap(toCodes))].sort()
  const code = codes.includes(error) ? error : codes[0]
  const add = () =>
    onAdd({
      api: chosen?.api,
      ...(operation !== '' && { operation }),
      namespace,
      ...(count !== '' && { count: Number(count) }),
      ...(delayMs !== '' && { delayMs: Number(delayMs) }),
      ...(kind === 'error' && code !== undefined && { error: code }),
      ...(kind !== 'error' && kind !== 'none' && { connection: kind }),
    })
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <h2>Add a fault</h2>
      <div class="fields">
        <label>
          API
          <select
            value={chosen?.api}
            onChange={(event) => {
              setApi(event.currentTarget.value)
              setOperation('')
            }}
          >
            {apis.map((one) => (
              <option key={one.api}>{one.api}</option>
            ))}
          </select>
        </label>
        <label>
          Operation
          <select value={operation} onChange={(event) => setOperation(event.currentTarget.value)}>
            <option value="">every operation</option>
            {operations.map((one) => (
              <option key={one.operation}>{one.operation}</option>
            ))}
          </select>
        </label>
        <label>
          Fault
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
            {Object.entries(kinds).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        </label>
        {kind === 'error' && (
          <label>
            Error code
            <select value={code} onChange={(event) => setError(event.currentTarget.value)}>
              {codes.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          Number of requests{' '}
          <input
            type="number"
            value={count}
            placeholder="all"
            onInput={(event) => setCount(event.currentTarget.value)}
          />
        </label>
        <label>
          Delay in ms{' '}
          <input
            type="number"
            value={delayMs}
            placeholder="0"
            onInput={(event) => setDelayMs(event.currentTarget.value)}
          />
        </label>
      </div>
      <button type="submit">Add the fault in namespace {namespace}</button>
    </form>
  )
}

/** All error codes of an operation. */
export function toCodes({ errors, unseen, unseenObservedErrors }: OperationCoverage): string[] {
  return [...new Set([...Object.keys(errors), ...unseen.errors, ...unseenObservedErrors])].sort()
}
