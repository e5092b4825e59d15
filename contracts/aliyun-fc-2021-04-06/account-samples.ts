import { customDomain, gpuInstance, layer, layerVersion } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Sample } from '../checks/sample.ts'

/** The first version creates the layer, so any new name is the path of a layer. */
const layerSample: Sample = {
  resource: layer,
  fixture: ({ name }) => ({ layerName: name() }),
  options: {},
  changes: {},
}

export const layerVersionSample: Sample = {
  resource: layerVersion,
  parent: layerSample,
  body: (_, fields) => ({ Code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }, ...fields }),
  options: { description: 'a version of a layer', compatibleRuntime: ['python3'] },
  textField: 'description',
  changes: {},
  unknownKey: () => '2147483647',
}

const gpuInstanceSample: Sample = {
  resource: gpuInstance,
  body: (_, fields) => ({
    instanceType: 'ecs.gn7i-c8g1.2xlarge',
    imageId: 'm-contract',
    sourceCidrIp: '10.0.0.0/8',
    ...fields,
  }),
  options: { diskSizeGigabytes: '100' },
  changes: {},
}

const routes = [
  {
    path: '/a/*',
    methods: ['GET', 'POST'],
    serviceName: 'no-such-service',
    functionName: 'no-such-function',
    qualifier: 'LATEST',
    rewriteConfig: { wildcardRules: [{ match: '/api/*', replacement: '/$1' }] },
  },
  { path: '/', serviceName: 'no-such-service', functionName: 'other-function' },
]

export const customDomainSample: Sample = {
  resource: customDomain,
  keySuffix: '.example.co',
  longerEnding: 'm',
  body: ({ name }, fields) => ({ domainName: `${name()}.example.com`, protocol: 'HTTP', ...fields }),
  options: {
    routeConfig: { routes },
    wafConfig: { enableWAF: true },
    tlsConfig: { minVersion: 'TLSv1.0', maxVersion: 'TLSv1.2', cipherSuites: ['TLS_RSA_WITH_RC4_128_SHA'] },
  },
  changes: {
    protocol: 'HTTP,HTTPS',
    wafConfig: { enableWAF: false },
    routeConfig: { routes: routes.slice(1) },
    tlsConfig: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.3', cipherSuites: ['TLS_RSA_WITH_AES_128_CBC_SHA'] },
  },
}

/** Resources that belong to no service. Parents come first. */
export const accountSamples: readonly Sample[] = [
  layerSample,
  layerVersionSample,
  gpuInstanceSample,
  customDomainSample,
]
