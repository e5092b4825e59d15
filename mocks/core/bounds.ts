/**
 * Everything that the mock retains or iterates over at the request of a client, with its limit. The number of stored
 * resources has no limit of its own: clients create and delete them, as in the cloud.
 */
export const bounds = {
  /** Bytes of one request body. Both vendors accept 50 MB of code, which is 67 MB in base64. */
  bodyBytes: 80 * 1024 * 1024,
  /** Bytes of all unfinished request bodies of a server. */
  unfinishedBodyBytes: 256 * 1024 * 1024,
  /** Bytes of all response bodies that clients have not yet received. */
  unsentResponseBytes: 256 * 1024 * 1024,
  /** Levels of a JSON or YAML value. The deepest documented body has six. */
  levels: 64,
  /** Values in the JSON body of a request to an API. Validating and storing one takes up to 25 µs. */
  bodyValues: 100_000,
  /** Values in a JSON or YAML text of the control API. Each takes about 50 bytes of memory. */
  values: 1_000_000,
  /** Lines and commas of a YAML text. Reading one takes about 5 µs. */
  yamlLines: 100_000,
  /** Entries of the request log. The oldest is replaced. */
  requestLogEntries: 1000,
  /** Bytes of each body in the request log. The rest is cut off. */
  requestLogBodyBytes: 4096,
  /** Leniencies of one request in the request log. The others are counted. */
  leniencies: 50,
  /** Characters of a message and of a rule, because they may contain names and values of a request. The rest is cut off. */
  messageLength: 4000,
  /** Characters of the name of a field in a leniency. The rest is cut off. */
  fieldLength: 200,
  /** Injected faults. More are rejected. */
  injectedFaults: 1000,
  /** Snapshots. The oldest is replaced. */
  snapshots: 100,
  /** Namespaces with stored state. More are rejected. */
  namespaces: 10_000,
  /** Namespaces without stored state, whose ids and clocks continue. The oldest is removed. */
  idleNamespaces: 1000,
} as const
