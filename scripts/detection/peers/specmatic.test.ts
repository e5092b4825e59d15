import { expect, test } from 'vitest'
import { toSpecmaticFindings } from './specmatic.ts'

const output = `
+ve  Scenario: POST /services/(serviceName:string)/aliases -> 200 with the request from the example 'alias' has FAILED
Reason: Testing scenario "Create an alias. Response: The alias was created."
API: POST /services/(serviceName:string)/aliases -> 200
-ve  Scenario: GET /services/(serviceName:string).(qualifier:string)/functions -> 4xx where limit is mutated has SUCCEEDED
-ve  Scenario: PUT /services/(serviceName:string) -> 4xx where REQUEST.BODY has been omitted was ABORTED
+ve  Scenario: POST /services/(serviceName:string)/aliases -> 200 with the request from the example 'alias' has FAILED
+ve  Scenario: GET /services/(serviceName:string).(qualifier:string)/functions -> 200 has FAILED
  Skipping Scenario: POST /services -> 400 (requestContentType application/json, responseContentType application/json)
`

test('failed and aborted tests are findings, once each, with the path template of the document', () => {
  expect(toSpecmaticFindings(output)).toEqual([
    { operation: 'POST /services/{serviceName}/aliases', what: "200 with the request from the example 'alias'" },
    { operation: 'PUT /services/{serviceName}', what: '4xx where REQUEST.BODY has been omitted' },
    { operation: 'GET /services/{serviceName}.{qualifier}/functions', what: '200' },
  ])
})

test('passed tests are distinguished from tests that were not run', () => {
  expect(toSpecmaticFindings(output, 'has SUCCEEDED')).toEqual([
    { operation: 'GET /services/{serviceName}.{qualifier}/functions', what: '4xx where limit is mutated' },
  ])
})
