import { expect, test } from 'vitest'
import { toSchemathesisFindings } from './schemathesis.ts'

const report = `<testsuites failures="2" tests="2">
    <testcase name="GET /services/{serviceName}/aliases" time="4.6">
      <failure type="failure" message="ST203, ST401">1. Test Case ID: O2H0uQ

- ST401 API accepts requests without authentication

    Expected 401 or 403, got \`200 OK\`

[200] OK:

    \`{"aliases":[]}\`

Reproduce with:

    curl -X GET http://127.0.0.1:4951/2016-08-15/services/demo-service/aliases

2. Test Case ID: bjAYMG

- ST203 Missing required header accepted

    Got 400 when missing required 'Authorization' header, expected 401

[400] Bad Request:

    \`{}\`</failure>
    </testcase>
    <testcase name="DELETE /services/{serviceName}" time="1.2"/>
    <testcase name="PUT /services/{serviceName}" time="1.2">
      <failure type="failure" message="ST101">1. Test Case ID: aaaaaa

- ST101 Undocumented HTTP status code

    Received: 201

[201] Created:

    \`{}\`</failure>
      <failure type="failure" message="ST101">1. Test Case ID: bbbbbb

- ST101 Undocumented HTTP status code

    Received: 201

[201] Created:

    \`{}\`</failure>
    </testcase>
</testsuites>`

test('each kind of failure is one finding of its operation, with the status of the response', () => {
  expect(toSchemathesisFindings(report)).toEqual([
    {
      operation: 'GET /services/{serviceName}/aliases',
      what: 'ST401 API accepts requests without authentication, at 200',
    },
    { operation: 'GET /services/{serviceName}/aliases', what: 'ST203 Missing required header accepted, at 400' },
    { operation: 'PUT /services/{serviceName}', what: 'ST101 Undocumented HTTP status code, at 201' },
  ])
})

test('a run without a report has no findings', () => {
  expect(toSchemathesisFindings('')).toEqual([])
})
