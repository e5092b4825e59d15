/** Everything that `verify`, `cleanup`, `traffic` and `proxy` read, retain or iterate over at the request of a target or of a file, with its limit. */
export const bounds = {
  /** Bytes of one response body, also after decoding. Longer responses are violations. */
  responseBytes: 10 * 1024 * 1024,
  /** Bytes of the head of one response. */
  headBytes: 64 * 1024,
  /** Content encodings of one response. */
  contentEncodings: 4,
  /** Levels of a JSON body. Deeper values would exhaust the stack of validators and printers. */
  levels: 1000,
  /** Values in a JSON body. Every value may be invalid, and each finding takes memory and time. */
  values: 100_000,
  /** Bytes of a request body in a report. A request must be complete, so that it can be repeated. */
  reportedRequestBytes: 64 * 1024,
  /** Bytes of a response body in a report. A response must only be recognisable. */
  reportedResponseBytes: 8 * 1024,
  /** Headers of a message in a report. A target may send many with each of many responses. */
  reportedHeaders: 100,
  /** Characters of each header in a report. */
  reportedHeaderLength: 4096,
  /** Characters of a text in a finding, because it may contain texts of the target. */
  findingLength: 2000,
  /** Set-ups that an operation refuses before checks that need it are skipped, if it never returned a success. */
  refusals: 20,
  /** Checks that report that an operation does not work. Further checks that could not test their own rule are skipped. */
  repeats: 20,
  /** Names in the symptom of a finding, because a target may return many properties. */
  symptomNames: 50,
  /** Characters of each text in the symptom of a finding. */
  symptomLength: 300,
  /** Bytes of the response bodies whose values the judge compares with later responses. Then it forgets all states. */
  judgedBytes: 32 * 1024 * 1024,
  /** Resources whose states the judge knows, because a list may have many entries. It forgets the oldest. */
  judgedResources: 2000,
  /** Request ids, and ids of resources, that a run compares. More are not compared. */
  ids: 100_000,
  /** Characters of an id that a run compares. Longer ids are not compared. */
  idLength: 500,
  /** Consecutive timeouts after which the suite sends no more requests. */
  timeouts: 3,
  /** Attempts of a request that the target throttles. With the pauses between them, it waits about six seconds. */
  attempts: 6,
  /** Longest pause that a throttling target may ask for, in milliseconds. */
  pauseMs: 30_000,
  /** Pages of one list. No check creates as many, and a target may never end its list. */
  pages: 20,
  /** Characters of the output of a set-up or tear-down command. */
  commandOutput: 1024 * 1024,
  /** Bytes of a cleanup log. One entry of a run has about 200 bytes. */
  cleanupLogBytes: 64 * 1024 * 1024,
  /** Bytes of a HAR file. Node cannot hold a text of more than 512 MiB. */
  harBytes: 256 * 1024 * 1024,
  /** Exchanges of recorded traffic in a report. All are judged, but the report and its coverage have the first ones. */
  recordedExchanges: 20_000,
  /** Bytes of the bodies of these exchanges. The rest of the traffic is only judged. */
  recordedBytes: 128 * 1024 * 1024,
  /** Secrets of recorded traffic that reports mask wherever they are. Each makes a report slower. */
  recordedSecrets: 200,
  /** Highest number of a version in a recorded seed. The seed contains all versions before it. */
  seededVersions: 1000,
  /** Distinct texts that recorded traffic can add to a list: unknown requests, notes and printed violations. */
  recordedTexts: 500,
} as const
