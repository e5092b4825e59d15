import { useState } from 'preact/hooks'
import type { TabProps } from './tab.ts'
import { control } from './client.ts'
import { toCodes } from './faults.tsx'
import { useAction, useValue } from './use-mock.ts'

/** Which operations and responses the clients of the mock have seen, as a table for each API. */
export function Coverage({ change }: TabProps) {
  const { message, done, run } = useAction()
  const [isCalledOnly, setCalledOnly] = useState(false)
  const apis = useValue(control.coverage, [change, done]) ?? []
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
        <button type="button" onClick={() => run(control.clearCoverage)}>
          Clear
        </button>
      </div>
      {message !== undefined && <p role="alert">{message}</p>}
      {apis.map(({ api, exercised, operations, detail }) => (
        <section key={api}>
          <h2>
            <a href={`/docs/${api}`}>{api}</a> <small>{`${exercised} of ${operations} operations called`}</small>
          </h2>
          <div class="wide">
            <table>
              <thead>
                <tr>
                  <th scope="col">Operation</th>
                  <th scope="col">Calls</th>
                  <th scope="col">Statuses</th>
                  <th scope="col">Error codes seen</th>
                  <th scope="col">Documented, not seen</th>
                </tr>
              </thead>
              <tbody>
                {detail
                  .filter(({ calls }) => calls > 0 || !isCalledOnly)
                  .map((one) => (
                    <tr key={one.operation}>
                      <th scope="row">{one.operation}</th>
                      <td>{one.calls}</td>
                      <td>{toCounts(one.statuses)}</td>
                      <td>
                        {toCounts(one.errors)}{' '}
                        <small>{`${Object.keys(one.errors).length} of ${toCodes(one).length}`}</small>
                      </td>
                      <td>{[...one.unseen.statuses, ...one.unseen.errors].join(', ')}</td>
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

function toCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}: ${count}`)
    .join(', ')
}
