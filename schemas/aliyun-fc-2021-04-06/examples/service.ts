const settings = {
  description: 'demo-service-test',
  internetAccess: true,
  role: 'acs:ram::1234567890:role/fc-test',
  logConfig: {
    project: 'test-prj',
    logstore: 'test-logstore',
    enableRequestMetrics: true,
    enableInstanceMetrics: true,
    logBeginRule: 'DefaultRegex' as const,
  },
}

/** The values of FC-DEF's samples, with masked values replaced. */
const network = {
  nasConfig: {
    userId: 100,
    groupId: 100,
    mountPoints: [
      { mountDir: '/home/test', serverAddr: '0a1b2c3d4e-uni85.cn-hangzhou.nas.aliyuncs.com:/', enableTLS: false },
    ],
  },
  vpcConfig: {
    securityGroupId: 'sg-bp18hj1wtxgy3b0k5d2a',
    vSwitchIds: ['vsw-bp1ozpcrdc6r5x8w2m4q'],
    vpcId: 'vpc-bp1lc3y4dwk7ld2mqv9ub',
    role: 'acs:ram::1234567890:role/fc-test',
  },
  tracingConfig: {
    type: 'Jaeger' as const,
    params: { endpoint: 'http://tracing-analysis-dc-hz.aliyuncs.com/adapt_xxx/api/otlp/traces' },
  },
  ossMountConfig: {
    mountPoints: [
      {
        bucketName: 'my-bucket',
        mountDir: '/mnt/dir',
        readOnly: true,
        endpoint: 'http://oss-cn-shanghai.aliyuncs.com',
        bucketPath: '/my-dir',
      },
    ],
  },
}

export const createServiceRequest = {
  summary: 'A service with a role and a Logstore',
  value: { serviceName: 'demo-service', ...settings },
}

export const createServiceWithNetworkRequest = {
  summary: 'A service with a VPC, mounted file systems and tracing',
  value: { serviceName: 'demo-service', role: settings.role, ...network },
}

export const updateServiceRequest = {
  summary: 'A new description, and no access to the internet',
  value: { description: 'test service', internetAccess: false },
}

/** The sample of FC-DEF GetService. */
export const service = {
  summary: 'A service',
  value: {
    serviceId: '2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737',
    ...createServiceRequest.value,
    ...network,
    useSLRAuthentication: true,
    createdTime: '2020-04-03T05:57:28Z',
    lastModifiedTime: '2020-04-03T05:57:28Z',
  },
}

export const updatedService = {
  summary: 'The service after the update',
  value: { ...service.value, ...updateServiceRequest.value },
}

export const services = {
  summary: 'A page of services, with a token for the next page',
  value: { services: [service.value], nextToken: 'caeba0be03f84eb48b699f0a4883' },
}
