import { toCount } from '../../schemas/core/lib/count.ts'
import { useState } from 'preact/hooks'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { ActionResult, useAction } from './action.tsx'
import { Confirm } from './confirm.tsx'
import { useValue } from './use-mock.ts'

/** The stored resources as a tree. A click on a name shows the JSON of the part. */
export function Resources({ namespace, change }: TabProps) {
  const accounts = useValue(() => control.resources(namespace), [namespace, change])
  const [selected, setSelected] = useState<readonly string[]>()
  const { result, run } = useAction()
  const tree: Record<string, unknown> = Object.fromEntries(
    (accounts ?? []).map(({ model, account, resources }) => [
      account === undefined ? model : `${model}, account ${account}`,
      resources,
    ]),
  )
  const value = selected?.reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), tree)
  return (
    <>
      <div class="bar">
        <Confirm
          question={`Reset namespace ${namespace}? It loses its resources, changes of its clock, its faults and its requests.`}
          action="Reset"
          onConfirm={() => run(() => control.reset(namespace), `Namespace ${namespace} was reset.`)}
        >
          Reset namespace {namespace}
        </Confirm>
      </div>
      <ActionResult result={result} />
      {accounts?.length === 0 && <p class="note">Namespace {namespace} stores nothing.</p>}
      <div class="split">
        <div class="tree">
          <Branch value={tree} path={[]} onSelect={setSelected} depth={3} />
        </div>
        <section aria-label="Selected part">
          {selected && value !== undefined ? (
            <>
              <h2>{selected.join(' › ')}</h2>
              <pre>{JSON.stringify(value, null, 2)}</pre>
            </>
          ) : (
            <p class="note">Select a part of the tree.</p>
          )}
        </section>
      </div>
    </>
  )
}

interface BranchProps {
  readonly value: Readonly<Record<string, unknown>>
  readonly path: readonly string[]
  readonly onSelect: (path: readonly string[]) => void
  /** The number of levels that are open at first. */
  readonly depth: number
}

function Branch({ value, path, onSelect, depth }: BranchProps) {
  return (
    <ul>
      {Object.entries(value).map(([name, part]) => {
        const to = [...path, name]
        const link = (
          <button type="button" class="link" onClick={() => onSelect(to)}>
            {name}
          </button>
        )
        if (!isObject(part)) {
          return (
            <li key={name}>
              {link} <code>{Array.isArray(part) ? toCount(part.length, 'item') : JSON.stringify(part)}</code>
            </li>
          )
        }
        return (
          <li key={name}>
            <details open={depth > 0}>
              <summary>{link}</summary>
              <Branch value={part} path={to} onSelect={onSelect} depth={depth - 1} />
            </details>
          </li>
        )
      })}
    </ul>
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
