import {
  customContainerConfig,
  customDNS,
  customHealthCheckConfig,
  customRuntimeConfig,
  environmentVariables,
  instanceLifecycleConfig,
} from './function-settings.ts'

const code = { ossBucketName: 'demo-bucket', ossObjectName: 'demo-function.zip' }

/** From the field examples of 003, request. Settings of custom runtimes and containers are in the other examples (quirk B24). */
export const ossCode = {
  summary: 'A Python function with its code in OSS',
  value: {
    functionName: 'functionName',
    description: 'function-description',
    code,
    layers: ['acs:fc:cn-hangzhou:188077086902****:layers/layerName/versions/1'],
    handler: 'index.handler',
    initializer: 'index.initializer',
    initializationTimeout: 60,
    memorySize: 512,
    runtime: 'python3.9' as const,
    timeout: 60,
    environmentVariables,
    instanceConcurrency: 10,
    instanceSoftConcurrency: 5,
    instanceType: 'e1' as const,
    instanceLifecycleConfig,
    customDNS,
    cpu: 1.5,
    diskSize: 512 as const,
  },
}

/** From the field examples of 003, request. */
export const customRuntime = {
  summary: 'A function with a custom runtime',
  value: {
    functionName: 'functionName',
    code,
    handler: 'index.handler',
    runtime: 'custom.debian10' as const,
    caPort: 9000,
    customRuntimeConfig,
    customHealthCheckConfig,
  },
}

/** From the field examples of 003, request. */
export const customContainer = {
  summary: 'A function with a container image on a GPU instance',
  value: {
    functionName: 'functionName',
    handler: 'index.handler',
    runtime: 'custom-container' as const,
    caPort: 9000,
    customContainerConfig,
    customHealthCheckConfig,
    instanceType: 'fc.gpu.tesla.1' as const,
    gpuMemorySize: 2048,
  },
}
