/** Examples that the help of each command shows. */
export const examples = {
  list: ['faas-contracts list aliyun-fc-2016-08-15'],
  spec: ['faas-contracts spec huawei-functiongraph-v2 --openapi 3.0 > functiongraph.yaml'],
  mock: [
    'faas-contracts mock --port 4010',
    'faas-contracts mock --port 4443 --cert cert.pem --key key.pem',
    'faas-contracts mock --auth verify --credentials my-id:my-secret --explain-auth',
    'faas-contracts mock --deterministic 1 --seed-file seed.yaml',
    'faas-contracts mock --state mock-state.json',
  ],
  verify: [
    'faas-contracts verify aliyun-fc-2016-08-15 --url http://127.0.0.1:4010',
    'faas-contracts verify aliyun-fc-2016-08-15 --report out/ --known-failures known.json',
    'faas-contracts verify aliyun-fc-2016-08-15 --operation CreateAlias --profile documented --no-reference',
    "faas-contracts verify aliyun-fc-2016-08-15 --replay 'CreateAlias › duplicate-name-is-rejected'",
    'faas-contracts verify aliyun-fc-2016-08-15 --shard 1/4 --report shard-1',
    'faas-contracts verify aliyun-fc-2021-04-06 --fixture serviceName=demo --dry-run',
  ],
  traffic: [
    'faas-contracts traffic aliyun-fc-2016-08-15 recorded.har',
    'faas-contracts traffic aliyun-fc-2021-04-06 a.har b.har --check-requests --report out/',
  ],
  proxy: [
    'faas-contracts proxy aliyun-fc-2016-08-15 --upstream http://127.0.0.1:4010',
    'faas-contracts proxy aliyun-fc-2016-08-15 --upstream https://fc.example --ca ca.pem --report out/ --fail-fast',
    'faas-contracts proxy aliyun-fc-2016-08-15 --upstream http://127.0.0.1:9000 --record seed.yaml',
  ],
  cleanup: ['faas-contracts cleanup --url http://127.0.0.1:4010'],
  merge: ['faas-contracts merge shard-1 shard-2 --report out'],
  report: ['faas-contracts report diff before/report.json after/report.json'],
} as const

const trafficSettings = ['profile', 'allowUndocumented', 'knownFailures', 'report', 'config']

/** The settings of the commands that have only some of them. */
export const partialSettings: Readonly<Record<string, readonly string[]>> = {
  cleanup: [
    'url',
    'account',
    'region',
    'headers',
    'ca',
    'requestsPerSecond',
    'timeoutMs',
    'fixtures',
    'namePrefix',
    'cleanupLog',
    'config',
  ],
  traffic: trafficSettings,
  proxy: [...trafficSettings, 'ca'],
}
