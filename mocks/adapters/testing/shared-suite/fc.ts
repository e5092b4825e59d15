import { member, type Scenario, type StepContext, type SuiteRequest, toHexText } from './scenario.ts'

const base = '/2016-08-15'
const fn = `${base}/services/demo/functions/hello`
/** All byte values. None of them may change in transit. */
const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)

const createService: SuiteRequest = {
  method: 'POST',
  path: `${base}/services`,
  json: { serviceName: 'demo', description: 'über 🚀' },
}
const createFunction: SuiteRequest = {
  method: 'POST',
  path: `${base}/services/demo/functions`,
  json: {
    functionName: 'hello',
    handler: 'index.handler',
    runtime: 'nodejs8',
    environmentVariables: { NAME: 'w\u0000rld' },
    code: { zipFile: btoa('123456789') },
  },
}

const etagOf = (step: string) => (context: StepContext) => context.responseTo(step).headers.etag ?? ''

/** FC 2016-08-15: valid requests. */
export const fcScenarios: readonly Scenario[] = [
  {
    name: 'services and functions are created, read, updated and deleted',
    steps: [
      {
        name: 'create a service',
        request: createService,
        wants: {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: { serviceName: 'demo', description: 'über 🚀', internetAccess: true },
        },
      },
      { name: 'create a function', request: createFunction, wants: { status: 200, body: { codeSize: 9 } } },
      {
        name: 'read the resource',
        request: { method: 'GET', path: fn },
        wants: { status: 200, body: { runtime: 'nodejs8' } },
      },
      {
        name: 'update with the current ETag',
        request: (context) => ({
          method: 'PUT',
          path: fn,
          headers: { 'If-Match': etagOf('read the resource')(context) },
          json: { memorySize: 256 },
        }),
        wants: { status: 200, body: { memorySize: 256 } },
      },
      {
        name: 'update with a stale ETag',
        request: (context) => ({
          method: 'PUT',
          path: fn,
          headers: { 'If-Match': etagOf('read the resource')(context) },
          json: { memorySize: 512 },
        }),
        wants: { status: 412, body: { ErrorCode: 'PreconditionFailed' } },
      },
      {
        name: 'list functions',
        request: { method: 'GET', path: `${base}/services/demo/functions?prefix=he` },
        wants: { status: 200, body: { functions: [{ functionName: 'hello', memorySize: 256 }] } },
      },
      { name: 'delete the function', request: { method: 'DELETE', path: fn }, wants: { status: 204 } },
      {
        name: 'delete the service',
        request: { method: 'DELETE', path: `${base}/services/demo` },
        wants: { status: 204 },
      },
      {
        name: 'read the deleted service',
        request: { method: 'GET', path: fn },
        wants: { status: 404, body: { ErrorCode: 'ServiceNotFound' } },
      },
    ],
  },
  {
    name: 'names are percent-encoded, including dots and slashes',
    steps: [
      {
        name: 'create a service with a name that must be encoded',
        request: { method: 'POST', path: `${base}/services`, json: { serviceName: 'a b/c%2Fü' } },
        wants: { status: 200, body: { serviceName: 'a b/c%2Fü' } },
      },
      {
        name: 'read the resource',
        request: { method: 'GET', path: `${base}/services/a%20b%2Fc%252F%C3%BC` },
        wants: { status: 200, body: { serviceName: 'a b/c%2Fü' } },
      },
      {
        name: 'list by prefix, with a plus for the space',
        request: { method: 'GET', path: `${base}/services?prefix=a+b%2F&limit=1` },
        wants: { status: 200, body: { services: [{ serviceName: 'a b/c%2Fü' }] } },
      },
    ],
  },
  {
    name: 'code is downloaded unchanged from the URL in the response',
    steps: [
      { name: 'create a service', request: createService, wants: { status: 200 } },
      {
        name: 'create a function with all byte values',
        request: {
          ...createFunction,
          json: { ...(createFunction.json as object), code: { zipFile: btoa(String.fromCharCode(...allBytes)) } },
        },
        wants: { status: 200, body: { codeSize: 256 } },
      },
      { name: 'get the code URL', request: { method: 'GET', path: `${fn}/code` }, wants: { status: 200 } },
      {
        name: 'download the code',
        request: ({ responseTo }) => ({ method: 'GET', path: String(member(responseTo('get the code URL'), 'url')) }),
        wants: { status: 200, body: { hex: toHexText(allBytes) } },
      },
    ],
  },
  {
    name: 'functions are invoked with any bytes',
    steps: [
      { name: 'create a service', request: createService, wants: { status: 200 } },
      { name: 'create a function', request: createFunction, wants: { status: 200 } },
      {
        name: 'invoke with all byte values',
        request: {
          method: 'POST',
          path: `${fn}/invocations`,
          headers: { 'Content-Type': 'application/octet-stream' },
          bytes: allBytes,
        },
        wants: { status: 200, body: { hex: toHexText(allBytes) } },
      },
      {
        name: 'invoke with invalid JSON as application/json',
        request: {
          method: 'POST',
          path: `${fn}/invocations`,
          headers: { 'Content-Type': 'application/json' },
          bytes: Uint8Array.of(0x7b, 0xff),
        },
        wants: { status: 200, body: { hex: '7bff' } },
      },
      {
        name: 'invoke without an event',
        request: { method: 'POST', path: `${fn}/invocations` },
        wants: { status: 200 },
      },
      {
        name: 'invoke with the log',
        request: {
          method: 'POST',
          path: `${fn}/invocations`,
          headers: { 'X-Fc-Log-Type': 'Tail' },
          bytes: Uint8Array.of(1),
        },
        wants: { status: 200 },
      },
      {
        name: 'invoke asynchronously',
        request: {
          method: 'POST',
          path: `${fn}/invocations`,
          headers: { 'X-Fc-Invocation-Type': 'Async' },
          bytes: Uint8Array.of(1),
        },
        wants: { status: 202 },
      },
    ],
  },
  {
    name: 'qualified paths select versions, by id and by alias',
    steps: [
      { name: 'create a service', request: createService, wants: { status: 200 } },
      { name: 'create a function', request: createFunction, wants: { status: 200 } },
      {
        name: 'publish a version',
        request: { method: 'POST', path: `${base}/services/demo/versions`, json: { description: 'one' } },
        wants: { status: 200, body: { versionId: '1' } },
      },
      {
        name: 'create an alias',
        request: {
          method: 'POST',
          path: `${base}/services/demo/aliases`,
          json: { aliasName: 'prod', versionId: '1' },
        },
        wants: { status: 200, body: { aliasName: 'prod' } },
      },
      {
        name: 'update the function',
        request: { method: 'PUT', path: fn, json: { memorySize: 512 } },
        wants: { status: 200, body: { memorySize: 512 } },
      },
      {
        name: 'read the version',
        request: { method: 'GET', path: `${base}/services/demo.1/functions/hello` },
        wants: { status: 200, body: { memorySize: 128 } },
      },
      {
        name: 'read by the alias',
        request: { method: 'GET', path: `${base}/services/demo.prod/functions/hello` },
        wants: { status: 200, body: { memorySize: 128 } },
      },
      {
        name: 'invoke by the alias',
        request: {
          method: 'POST',
          path: `${base}/services/demo.prod/functions/hello/invocations`,
          bytes: Uint8Array.of(0, 1, 255),
        },
        wants: { status: 200, body: { hex: '0001ff' } },
      },
      {
        name: 'read a missing version',
        request: { method: 'GET', path: `${base}/services/demo.2` },
        wants: { status: 404, body: { ErrorCode: 'VersionNotFound' } },
      },
    ],
  },
  {
    name: 'triggers depend on their function',
    steps: [
      { name: 'create a service', request: createService, wants: { status: 200 } },
      { name: 'create a function', request: createFunction, wants: { status: 200 } },
      {
        name: 'create a trigger',
        request: {
          method: 'POST',
          path: `${fn}/triggers`,
          json: {
            triggerName: 'every-minute',
            triggerType: 'timer',
            triggerConfig: { cronExpression: '@every 1m', enable: true, payload: 'tick' },
          },
        },
        wants: { status: 200, body: { triggerName: 'every-minute' } },
      },
      {
        name: 'read the resource',
        request: { method: 'GET', path: `${fn}/triggers/every-minute` },
        wants: { status: 200, body: { triggerType: 'timer' } },
      },
      {
        name: 'delete the function with a trigger',
        request: { method: 'DELETE', path: fn },
        wants: { status: 409, body: { ErrorCode: 'FunctionNotEmpty' } },
      },
      {
        name: 'delete the trigger',
        request: { method: 'DELETE', path: `${fn}/triggers/every-minute` },
        wants: { status: 204 },
      },
    ],
  },
]
