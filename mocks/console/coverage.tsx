import { toCount } from '../../schemas/core/lib/count.ts'
import { useState } from 'preact/hooks'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { toCodes } from './faults.tsx'
import type { OperationCoverage } from '../core/coverage.ts'
import { ActionResult, useAction } from './action.tsx'
import { Confirm } from './confirm.tsx'
import { useValue } from './use-mock.ts'

/** Which operations and responses the clients of the mock have seen, as a table for each API. */
export function Coverage({ change }: TabProps) {
  const { result, done, run } = useAction()
  const [chosen, setCalledOnly] = useState<boolean>()
  const apis = useValue(control.coverage, [change, done]) ?? []
  const isCalledOnly = chosen ?? apis.some(({ exercised }) => exercised > 0)
  return (
    <>
      <div class="bar">
        <label>
          <input
            type="checkbox"
            checked={isCalledOnly}
            onChange={(event) => setCalledOnly(event.currentTarget.checked)}
          />{' '}
          Only called operations
        </label>
        <Confirm
          question="Clear the counts of all operations?"
          action="Clear"
          onConfirm={() => run(control.clearCoverage, 'The counts were cleared.')}
        >
          Clear
        </Confirm>
      </div>
      <ActionResult result={result} />
      {apis.map(({ api, exercised, operations, detail }) => (
        <section key={api}>
          <h2>
            <a href={`/docs/${api}`}>{api}</a>{' '}
            <small>{`${exercised} of ${toCount(operations, 'operation')} called`}</small>
          </h2>
          <div class="wide">
            <table>
              <thead>
                <tr>
                  <th scope="col">Operation</th>
                  <th scope="col">Calls</th>
                  <th scope="col">Statuses</th>
                  <th scope="col">Error codes seen</th>
                  <th scope="col">Not seen</th>
                </tr>
              </thead>
              <tbody>
                {detail
                  .filter(({ calls }) => calls > 0 || !isCalledOnly)
                  .map((one) => (
                    <tr key={one.operation}>
                      <th scope="row">
                        {one.operation} {one.provenance !== 'documented' && <small>{one.provenance}</small>}
                      </th>
                      <td data-label="Calls">{one.calls}</td>
                      <td data-label="Statuses">{toCounts(one, one.statuses)}</td>
                      <td data-label="Error codes seen">
                        {toCounts(one, one.errors)}{' '}
                        <small>{`${Object.keys(one.errors).length} of ${toCodes(one).length}`}</small>
                      </td>
                      <td data-label="Not seen">
                        {toUnseen(one).map(([provenance, names]) => (
                          <p key={provenance}>
                            <small>{provenance}:</small> {names.join(', ')}
                          </p>
                        ))}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  )
}

/** A status or code whose provenance differs from that of its operation has its mark. */
function toCounts({ marks, provenance }: OperationCoverage, counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => {
      const mark = marks[name]
      return `${name}${mark && mark !== provenance ? ` (${mark})` : ''}: ${count}`
    })
    .join(', ')
}

/** The statuses and error codes that were never returned, by provenance. */
export function toUnseen({ unseen, unseenObservedErrors, marks }: OperationCoverage) {
  const names = [...unseen.statuses.map(String), ...unseen.errors, ...unseenObservedErrors]
  const toProvenance = (name: string) => marks[name] ?? 'documented'
  return [...new Set(names.map(toProvenance))].map(
    (provenance) => [provenance, names.filter((name) => toProvenance(name) === provenance)] as const,
  )
}
