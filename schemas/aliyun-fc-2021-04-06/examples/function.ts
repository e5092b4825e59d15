import {
  customContainerConfig,
  customDNS,
  customHealthCheckConfig,
  customRuntimeConfig,
  environmentVariables,
  instanceLifecycleConfig,
} from './function-settings.ts'

/** The sample of 000 with corrected environment variables and preFreeze handler (quirks B11, B23). It has every field (B24). */
export const updatedFunction = {
  summary: 'A function with every field',
  value: {
    codeChecksum: '5434025278388143772',
    codeSize: 1024,
    createdTime: '2016-08-15T15:00:00.000+0000',
    customContainerConfig,
    layers: ['md5#layername#version'],
    description: 'This is a demo hello world function',
    environmentVariables,
    functionId: '2d28e0e9-9ba5-4eed-8b1a-d3d9cd24****',
    functionName: 'demo-function',
    handler: 'index.handler',
    lastModifiedTime: '2016-08-15T17:00:00.000+0000',
    memorySize: 512,
    runtime: 'python3.9' as const,
    timeout: 10,
    initializationTimeout: 60,
    initializer: 'index.handler',
    caPort: 9000,
    instanceType: 'e1' as const,
    instanceSoftConcurrency: 5,
    instanceLifecycleConfig,
    customDNS,
    customRuntimeConfig,
    customHealthCheckConfig,
    cpu: 1.5,
    diskSize: 512 as const,
    instanceConcurrency: 10,
    gpuMemorySize: 2048,
  },
}

/** The sample of 003: the sample of 000 with layersArnV2, with the same corrections, and with a corrected functionId (quirk B22). */
export const createdFunction = {
  summary: updatedFunction.summary,
  value: { ...updatedFunction.value, layersArnV2: ['acs:fc:cn-hangzhou:official:layers/Python310/versions/2'] },
}

/** The sample of FC-DEF GetFunction, with valid hooks and health checks (quirk D16). */
export const gottenFunction = {
  summary: 'A function with the status of its image',
  value: {
    ...createdFunction.value,
    functionName: 'function_name',
    runtime: 'custom-container' as const,
    customContainerConfig: { ...customContainerConfig, accelerationInfo: { status: 'Preparing' as const } },
    layers: ['02f81d283888f5ec63442a88fe82b260#Layer-name#1'],
  },
}

export const functions = {
  summary: 'A page of functions, with a token for the next page',
  value: { functions: [gottenFunction.value], nextToken: '8bj81uI8n0c3Vt' },
}

/** The sample of FC-DEF GetFunctionCode. */
export const functionCode = {
  summary: 'Download URL and checksum of the code',
  value: { checksum: '1234567890', url: 'http://func-code.oss-cn-shanghai.aliyuncs.com/1a2b3c4d5e6f' },
}
