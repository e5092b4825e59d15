import { useState } from 'preact/hooks'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { useAction, useValue } from './use-mock.ts'

const steps = { '1 minute': 60_000, '1 hour': 3_600_000, '1 day': 86_400_000 }

/** The clock of the namespace, and snapshots of its state. */
export function Clock({ namespace, change }: TabProps) {
  const { message, done, run } = useAction()
  return (
    <>
      {message !== undefined && <p role="alert">{message}</p>}
      <ClockPanel namespace={namespace} change={change + done} run={run} />
      <Snapshots namespace={namespace} change={change + done} run={run} />
    </>
  )
}

interface PanelProps extends TabProps {
  /** Runs an action and reads the shown values again. */
  readonly run: (action: () => Promise<unknown>) => void
}

function ClockPanel({ namespace, change, run }: PanelProps) {
  const clock = useValue(() => control.clock(namespace), [namespace, change])
  const [time, setTime] = useState('')
  return (
    <section class="panel">
      <h2>Clock of namespace {namespace}</h2>
      <p>
        <code>{clock?.now ?? '…'}</code> {clock?.touched ? '(set or advanced)' : '(the time of the mock)'}
      </p>
      <form
        class="bar"
        onSubmit={(event) => {
          event.preventDefault()
          run(() => control.changeClock(namespace, { set: time }))
        }}
      >
        <label>
          Set to{' '}
          <input
            required
            placeholder="2030-01-01T00:00:00Z"
            value={time}
            onInput={(event) => setTime(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Set</button>
        {Object.entries(steps).map(([text, advance]) => (
          <button key={text} type="button" onClick={() => run(() => control.changeClock(namespace, { advance }))}>
            Advance by {text}
          </button>
        ))}
        <button type="button" onClick={() => run(() => control.releaseClock(namespace))}>
          Return to the time of the mock
        </button>
      </form>
    </section>
  )
}

function Snapshots({ namespace, change, run }: PanelProps) {
  const snapshots = useValue(control.snapshots, [change]) ?? []
  const [target, setTarget] = useState('')
  return (
    <section class="panel">
      <h2>Snapshots</h2>
      <div class="bar">
        <button type="button" onClick={() => run(() => control.takeSnapshot(namespace))}>
          Take a snapshot of namespace {namespace}
        </button>
      </div>
      {snapshots.length === 0 && <p class="note">There is no snapshot.</p>}
      <ul class="cards">
        {snapshots.map(({ id, namespace: of }) => (
          <li key={id}>
            <b>{id}</b> of namespace {of}{' '}
            <button type="button" onClick={() => run(() => control.restore(id))}>
              Restore
            </button>
          </li>
        ))}
      </ul>
      <form
        class="bar"
        onSubmit={(event) => {
          event.preventDefault()
          run(() => control.fork(namespace, target))
        }}
      >
        <label>
          Copy namespace {namespace} to{' '}
          <input required value={target} onInput={(event) => setTarget(event.currentTarget.value)} />
        </label>
        <button type="submit">Fork</button>
      </form>
    </section>
  )
}
