import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { control, setToken } from './client.ts'
import { Clock } from './clock.tsx'
import { Coverage } from './coverage.tsx'
import { Faults } from './faults.tsx'
import { Requests } from './requests.tsx'
import { Resources } from './resources.tsx'
import type { TabProps } from './tab.ts'
import { type Connection, useMock, useValue } from './use-mock.ts'

const tabs: Readonly<Record<string, ComponentType<TabProps>>> = {
  Requests,
  Resources,
  Faults,
  'Clock and snapshots': Clock,
  Coverage,
}
const names = Object.keys(tabs)

export function App() {
  const [tokens, setTokens] = useState(0)
  const [namespace, setNamespace] = useState('default')
  const [name, setName] = useName()
  const { connection, change } = useMock(tokens)
  const namespaces = useValue(control.namespaces, [change, tokens]) ?? ['default']
  const apis = useValue(control.ready, [change, tokens])?.apis ?? []
  const Tab = tabs[name] ?? Requests
  return (
    <>
      <header>
        <h1>
          <a href="/">faas-contracts mock</a>
        </h1>
        <Status connection={connection} />
        <label>
          Namespace{' '}
          <select value={namespace} onChange={(event) => setNamespace(event.currentTarget.value)}>
            {[...new Set([...namespaces, namespace])].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </header>
      <nav aria-label="Parts of the console">
        {names.map((one) => (
          <a
            key={one}
            href={`#${encodeURIComponent(one)}`}
            aria-current={one === name ? 'page' : undefined}
            onClick={() => setName(one)}
          >
            {one}
          </a>
        ))}
      </nav>
      <nav aria-label="API references">
        <span>API references:</span>
        {apis.map((id) => (
          <a key={id} href={`/docs/${id}`}>
            {id}
          </a>
        ))}
      </nav>
      <main>
        {connection === 'token needed' ? (
          <Token onSet={() => setTokens(tokens + 1)} />
        ) : (
          <Tab namespace={namespace} change={change} />
        )}
      </main>
    </>
  )
}

/** The tab in the fragment of the URL, so that a link or a reload opens the same tab. */
function useName(): [string, (name: string) => void] {
  const read = () => names.find((name) => `#${encodeURIComponent(name)}` === location.hash) ?? 'Requests'
  const [name, setName] = useState(read)
  useEffect(() => {
    const follow = () => setName(read())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return [name, setName]
}

const texts: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost. Trying again…',
  'token needed': 'Token needed',
}

function Status({ connection }: { readonly connection: Connection }) {
  return <output class={`status ${connection === 'connected' ? 'good' : 'bad'}`}>{texts[connection]}</output>
}

function Token({ onSet }: { readonly onSet: () => void }) {
  const [text, setText] = useState('')
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault()
        setToken(text)
        onSet()
      }}
    >
      <p>
        The control API of this mock requires the token that the mock printed at its start, or that `--control-token`
        set.
      </p>
      <label>
        Token <input type="password" required value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>{' '}
      <button type="submit">Use this token</button>
    </form>
  )
}
