import { expect, test } from 'vitest'
import { aliyunFc20160815 as fc2016 } from '../aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 as fc2021 } from '../aliyun-fc-2021-04-06/api.ts'
import { huaweiFunctionGraphV2 as functionGraph } from '../huawei-functiongraph-v2/api.ts'
import { toClauseParts, toClauseUrls, toLinkedSources } from './clause-links.ts'

const specification = 'https://help.aliyun.com/document_detail/52877.html'
const sources = toLinkedSources(fc2016)

test.each([
  ['004 CreateFunction 409', ['#createfunction']],
  ['004 DeleteService 204; 004 ListFunctions 404', ['#deleteservice', '#listfunctions']],
  ['004 DeleteFunction 204; CreateFunction 200', ['#deletefunction', '#createfunction']],
  ['004 Definitions, ServiceResponse: lastModifiedTime', ['#serviceresponse']],
  ['004 ListVersions, Query direction: BACKWARD by default', ['#listversions']],
  ['observed: how GetService is signed; 004 GetService 200', ['#getservice']],
  ['004 URI scheme', ['']],
  ['004:1036', ['']],
  ['004', ['']],
])('%s links to %j', (clause, anchors) => {
  expect(toClauseUrls(clause, sources)).toEqual(anchors.map((anchor) => specification + anchor))
})

test.each(['observed: every response has X-Fc-Request-Id (quirk W12)', '009 Op 200', 'A14004', 'CreateFunction', ''])(
  '%j has no link',
  (clause) => {
    expect(toClauseUrls(clause, sources)).toEqual([])
    expect(toClauseUrls(clause, [])).toEqual([])
  },
)

test('a clause is split into text and links, and no character is lost', () => {
  const clause = 'observed: signing; 004 GetService 200; 004 URI: no; 004 constructor'
  const parts = toClauseParts(clause, sources)
  expect(parts).toEqual([
    { text: 'observed: signing; ' },
    { text: '004 GetService', url: `${specification}#getservice` },
    { text: ' 200; ' },
    { text: '004', url: specification },
    { text: ' URI: no; ' },
    { text: '004', url: specification },
    { text: ' constructor' },
  ])
  expect(parts.map(({ text }) => text).join('')).toBe(clause)
})

test('a clause of a source without anchors links to the URL of the source', () => {
  const base = 'https://www.alibabacloud.com/help/en/fc/developer-reference/api-fc-open-2021-04-06-'
  expect(
    toClauseUrls('003 CreateFunction, Response parameters: ETag; 000 request table: handler', toLinkedSources(fc2021)),
  ).toEqual([`${base}createfunction`, `${base}updatefunction`])
  expect(toClauseUrls('FG-DEF CreateFunction', toLinkedSources(functionGraph))).toEqual([
    'https://console.huaweicloud.com/apiexplorer/#/openapi/FunctionGraph',
  ])
})

test('every operation links to its source', () => {
  for (const api of [fc2016, fc2021, functionGraph]) {
    for (const { source } of Object.values(api.operations)) {
      expect(toClauseUrls(`${source.source.id} ${source.clause}`, toLinkedSources(api))).toHaveLength(1)
    }
  }
})
