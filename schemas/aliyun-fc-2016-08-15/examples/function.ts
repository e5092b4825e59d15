/** A ZIP archive with one file, hello_world.js, which returns `hello world`. */
const zipFile =
  'UEsDBBQAAAAAAAB4D0kFnlQISwAAAEsAAAAOAAAAaGVsbG9fd29ybGQuanNleHBvcnRzLm1haW4gPSAoZXZlbnQsIGNvbnRleHQsIGNhbGxiYWNrKSA9PiBjYWxsYmFjayhudWxsLCAnaGVsbG8gd29ybGQnKQpQSwECFAMUAAAAAAAAeA9JBZ5UCEsAAABLAAAADgAAAAAAAAAAAAAAgAEAAAAAaGVsbG9fd29ybGQuanNQSwUGAAAAAAEAAQA8AAAAdwAAAAAA'

const settings = {
  description: 'This is a demo hello world function.',
  functionName: 'helloworld',
  handler: 'hello_world.main',
  memorySize: 512,
  timeout: 10,
}

/** From the field examples of 004 Definitions, FunctionResponse, with a documented runtime (quirk A11). */
export const createFunctionRequest = {
  summary: 'A function with its code in the request',
  value: { ...settings, runtime: 'nodejs8' as const, code: { zipFile } },
}

export const createFunctionFromOssRequest = {
  summary: 'A function with its code in OSS',
  value: {
    ...settings,
    runtime: 'nodejs8' as const,
    code: { ossBucketName: 'demo-bucket', ossObjectName: 'hello-world.zip' },
  },
}

export const updateFunctionRequest = {
  summary: 'More memory and a longer timeout',
  value: { memorySize: 1024, timeout: 60 },
}

/** From the field examples of 004 Definitions, FunctionResponse. */
export const functionExample = {
  summary: 'A function',
  value: {
    ...settings,
    runtime: 'nodejs8' as const,
    codeChecksum: '5434025278388143772',
    codeSize: 1024,
    createdTime: '2016-08-15T15:00:00.000+0000',
    functionId: '2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737',
    lastModifiedTime: '2016-08-15T17:00:00.000+0000',
    environmentVariables: {},
    instanceType: 'e1',
  },
}

export const updatedFunction = {
  summary: 'The function after the update',
  value: { ...functionExample.value, ...updateFunctionRequest.value },
}

export const functions = {
  summary: 'A page of functions, with a token for the next page',
  value: { functions: [functionExample.value], nextToken: 'aGVsbG93b3JsZA==' },
}

/** From the field examples of 004 Definitions, FunctionCodeResponse. */
export const functionCode = {
  summary: 'Download URL and checksum of the code',
  value: { checksum: '1234567890', url: 'http://func-code.oss-cn-shanghai.aliyuncs.com/1a2b3c4d5e6f' },
}
