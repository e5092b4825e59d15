/** The part of the environment that selects a proxy. */
export type ProxyEnv = Readonly<Record<string, string | undefined>>

/** The variables of the environment, if Node uses them for its own clients: `NODE_USE_ENV_PROXY=1`. */
export function readProxyEnv(env: ProxyEnv = process.env): ProxyEnv | undefined {
  const isOn = env.NODE_USE_ENV_PROXY === '1' || `${process.execArgv} ${env.NODE_OPTIONS}`.includes('--use-env-proxy')
  return isOn ? env : undefined
}

/**
 * The proxy for an `http` origin. Undefined if there is none, or if NO_PROXY excludes the host. Node's own agent would
 * resolve dot segments in the path, so the transport sends these requests itself.
 */
export function findHttpProxy(origin: URL, env: ProxyEnv | undefined): URL | undefined {
  const proxy = env?.http_proxy || env?.HTTP_PROXY
  if (!env || !proxy || !URL.canParse(proxy) || isExcluded(origin, env.no_proxy || env.NO_PROXY || '')) return undefined
  return new URL(proxy)
}

/** The credentials in the URL of a proxy, as a header. */
export function toProxyHeaders({ username, password }: URL): readonly (readonly [string, string])[] {
  if (username === '') return []
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return [['proxy-authorization', `Basic ${Buffer.from(pair).toString('base64')}`]]
}

/** Entries are `*`, a host, a host with a port, or a domain such as `.example.com` or `*.example.com`. */
function isExcluded({ hostname, port }: URL, noProxy: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  return noProxy
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim().replace(/^\*(?=\.)/, ''))
    .some((entry) => {
      if (entry.startsWith('.')) return host.endsWith(entry)
      return entry === '*' || entry === host || entry === `${host}:${port || '80'}`
    })
}
