import { toCount } from '../../schemas/core/lib/count.ts'
import { useState } from 'preact/hooks'
import type { LoggedBody, RequestLogEntry } from '../core/request-log/entry.ts'
import { toCurl } from './curl.ts'

/** A request beside its response, with the violated rule and the leniencies. */
export function Exchange({ entry }: { readonly entry: RequestLogEntry }) {
  const {
    request,
    response,
    operation,
    purpose,
    api,
    rule,
    ruleUrl,
    leniencies,
    leniencyCount,
    faultId,
    account,
    namespace,
  } = entry
  return (
    <>
      <h2>
        {operation ?? purpose ?? 'No operation'} <small>{api}</small>
      </h2>
      <p class="note">
        {entry.time} · namespace {namespace}
        {account !== undefined && ` · account ${account}`}
        {response.delayMs !== undefined && ` · delayed by ${response.delayMs} ms`}
      </p>
      {faultId !== undefined && (
        <p class="rule">
          <b>Injected fault:</b> {faultId}
        </p>
      )}
      {rule !== undefined && (
        <p class="rule">
          <b>Violated rule:</b> {rule}{' '}
          {ruleUrl !== undefined && (
            <a href={ruleUrl} target="_blank" rel="noreferrer">
              Open the source
            </a>
          )}
        </p>
      )}
      {leniencies.length > 0 && (
        <details open>
          <summary>
            {toCount(leniencyCount ?? leniencies.length, 'leniency', 'leniencies')}: a strict mock rejects this request
          </summary>
          <ul>
            {leniencies.map((one) => (
              <li key={`${one.in} ${one.field} ${one.kind}`}>
                <code>{one.field}</code> in the {one.in}: {one.kind}
                {one.rule !== undefined && `, ${one.rule}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Copy text={toCurl(entry, location.origin)} />
      <div class="exchange">
        <Message
          title={`${request.method} ${request.path}${request.query === '' ? '' : `?${request.query}`}`}
          headers={request.headers}
          body={request.body}
        />
        <Message
          title={`${response.status}${response.connection === undefined ? '' : `, connection ${response.connection}`}`}
          headers={response.headers}
          body={response.body}
        />
      </div>
    </>
  )
}

function Message(props: {
  readonly title: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: LoggedBody | undefined
}) {
  return (
    <article>
      <h3>{props.title}</h3>
      <dl class="headers">
        {Object.entries(props.headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {props.body ? <pre>{toBodyText(props.body)}</pre> : <p class="note">No body</p>}
    </article>
  )
}

/** JSON with line breaks; other text as it is; the size of bytes. */
export function toBodyText({ text, bytes, truncated }: LoggedBody): string {
  if (text === undefined) return `${toCount(bytes, 'byte')} of a body that is not UTF-8`
  if (truncated) return `${text}\n… ${toCount(bytes, 'byte')} in all`
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function Copy({ text }: { readonly text: string }) {
  const [result, setResult] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult('Copied'),
      () => setResult('The browser does not allow this page to copy'),
    )
  return (
    <details>
      <summary>curl</summary>
      <pre>{text}</pre>
      <button type="button" onClick={() => void copy()}>
        Copy
      </button>{' '}
      <output>{result}</output>
    </details>
  )
}
