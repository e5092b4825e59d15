import { useState } from 'preact/hooks'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { toCount } from '../../schemas/core/lib/count.ts'
import { ActionResult, type Run, useAction } from './action.tsx'
import { Confirm } from './confirm.tsx'
import { useValue } from './use-mock.ts'

const steps = { '1 minute': 60_000, '1 hour': 3_600_000, '1 day': 86_400_000 }

/** The clock of the namespace, and snapshots of its state. */
export function Clock({ namespace, change }: TabProps) {
  const { result, done, run } = useAction()
  return (
    <>
      <ActionResult result={result} />
      <ClockPanel namespace={namespace} change={change + done} run={run} />
      <Snapshots namespace={namespace} change={change + done} run={run} />
    </>
  )
}

interface PanelProps extends TabProps {
  /** Runs an action and reads the shown values again. */
  readonly run: Run
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
          run(() => control.changeClock(namespace, { set: time }), `The clock was set to ${time}.`)
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
          <button
            key={text}
            type="button"
            onClick={() => run(() => control.changeClock(namespace, { advance }), `The clock was advanced by ${text}.`)}
          >
            Advance by {text}
          </button>
        ))}
        <button
          type="button"
          onClick={() => run(() => control.releaseClock(namespace), 'The clock has the time of the mock again.')}
        >
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
        <button
          type="button"
          onClick={() => run(() => control.takeSnapshot(namespace), `A snapshot of namespace ${namespace} was taken.`)}
        >
          Take a snapshot of namespace {namespace}
        </button>
      </div>
      {snapshots.length === 0 && <p class="note">There is no snapshot.</p>}
      <ul class="cards">
        {snapshots.map(({ id, namespace: of, time, bytes }) => (
          <li key={id}>
            <b>{id}</b> of namespace {of}
            <small>{`${time}, ${toCount(bytes, 'byte')}`}</small>
            <div class="bar">
              <Confirm
                question={`Restore ${id}? The state of namespace ${of} is replaced.`}
                action="Restore"
                onConfirm={() => run(() => control.restore(id), `${id} was restored to namespace ${of}.`)}
              >
                Restore {id}
              </Confirm>
              <Confirm
                question={`Delete ${id}? It cannot be restored afterwards.`}
                action="Delete"
                onConfirm={() => run(() => control.dropSnapshot(id), `${id} was deleted.`)}
              >
                Delete {id}
              </Confirm>
            </div>
          </li>
        ))}
      </ul>
      <div class="bar">
        <label>
          Copy namespace {namespace} to{' '}
          <input value={target} onInput={(event) => setTarget(event.currentTarget.value)} />
        </label>
        <Confirm
          question={`Copy namespace ${namespace} to ${target}? The state of namespace ${target} is replaced.`}
          action="Copy"
          disabled={target === ''}
          onConfirm={() =>
            run(() => control.fork(namespace, target), `Namespace ${namespace} was copied to ${target}.`)
          }
        >
          Fork
        </Confirm>
      </div>
    </section>
  )
}
