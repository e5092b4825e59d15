import { expect, test } from 'vitest'
import { toDreddFindings, toDreddPassed } from './dredd.ts'

const report = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="Dredd Tests" tests="5" failures="2" errors="1" skip="1">
<testcase name="POST (200) /services" time="0.14"/>
<testcase name="GET (200) /services?limit=1" time="0.02"><failure><![CDATA[Message:
body: At '/nextToken' Missing required property: nextToken
statusCode: Expected status code '200', but got '201'.

Request:
method: GET
uri: /services
headers: 
    Accept: application/json

body: 

Expected:
headers: 
    Content-Type: application/json
statusCode: 200]]></failure></testcase>
<testcase name="POST (403) /services" time="NaN"><skipped/></testcase>
<testcase name="DELETE (204) /services/spare-service" time="0.01"><failure><![CDATA[
Error: 
Error: connect ECONNREFUSED 127.0.0.1:4951
Stacktrace: 
Error: connect ECONNREFUSED 127.0.0.1:4951
    at TCPConnectWrap.afterConnect]]></failure></testcase>
<testcase name="PUT (200) /services/demo-service" time="0.01"><failure><![CDATA[Message:
Failed in a hook

Request:
method: PUT]]></failure></testcase>
</testsuite>`

test('each reason of a failed transaction is one finding; the request and the expectation are not findings', () => {
  const places = new Map([
    ['GET /services', 'GET /services'],
    ['DELETE /services/spare-service', 'DELETE /services/{serviceName}'],
    ['PUT /services/demo-service', 'PUT /services/{serviceName}'],
  ])
  expect(toDreddFindings(report, places)).toEqual([
    { operation: 'GET /services', what: "200: body: At '/nextToken' Missing required property: nextToken" },
    { operation: 'GET /services', what: "200: statusCode: Expected status code '200', but got '201'." },
    { operation: 'DELETE /services/{serviceName}', what: '204: Error: connect ECONNREFUSED' },
    { operation: 'PUT /services/{serviceName}', what: '200: failed' },
  ])
})

test('passed transactions are listed with the start of their findings; skipped ones are not', () => {
  const places = new Map([['POST /services', 'POST /services']])
  expect(toDreddPassed(report, places)).toEqual([{ operation: 'POST /services', what: '200: ' }])
})
