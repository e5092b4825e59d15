/** Groups of settings from the samples of 003 and 000, for requests and responses. */

export const customContainerConfig = {
  args: '["-arg1", "value1"]',
  command: '["/code/myserver"]',
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/fc-demo/helloworld:v1beta1',
  accelerationType: 'Default' as const,
  instanceID: 'cri-xxxxxxxxxx',
  webServerMode: true,
}

export const customRuntimeConfig = { command: ['/code/myBootstrap'], args: ['args1'] }

export const customHealthCheckConfig = {
  httpGetUrl: '/ready',
  initialDelaySeconds: 1,
  periodSeconds: 1,
  timeoutSeconds: 2,
  failureThreshold: 1,
  successThreshold: 2,
}

/** In the samples, preFreeze has the handler of preStop (quirk B23). */
export const instanceLifecycleConfig = {
  preFreeze: { handler: 'index.preFreeze', timeout: 10 },
  preStop: { handler: 'index.preStop', timeout: 10 },
}

export const customDNS = {
  nameServers: ['8.8.x.x'],
  searches: ['ns1.svc.cluster-domain.example'],
  dnsOptions: [{ name: 'ndots', value: '2' }],
}

/** In the samples, the value of one variable is a map as text (quirk B11). */
export const environmentVariables = { key: 'value' }
