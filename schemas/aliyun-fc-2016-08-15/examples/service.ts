/** From the field examples of 004 Definitions, Service. */
export const createServiceRequest = {
  summary: 'A service with a role and a Logstore',
  value: {
    serviceName: 'demo-service',
    description: 'This is a demo service.',
    internetAccess: true,
    role: 'acs:ram::1234567890:role/fc-test',
    logConfig: { project: 'demo-project', logstore: 'demo-logstore' },
  },
}

export const createServiceWithNetworkRequest = {
  summary: 'A service in a VPC with a NAS file system',
  value: {
    serviceName: 'demo-service',
    role: 'acs:ram::1234567890:role/fc-test',
    vpcConfig: {
      vpcId: 'vpc-bp1lc3y4dwk7ld2mqv9ub',
      vSwitchIds: ['vsw-bp1u0xr4f5jzc2n7m8q3d'],
      securityGroupId: 'sg-bp19k6t3y8s5w1v0x2r4',
    },
    nasConfig: {
      userId: 10003,
      groupId: 10003,
      mountPoints: [
        { serverAddr: '0a1b2c3d4e-fgh56.cn-hangzhou.nas.aliyuncs.com:/functions', mountDir: '/mnt/functions' },
      ],
    },
  },
}

export const updateServiceRequest = {
  summary: 'A new description, and no access to the internet',
  value: { description: 'This is a closed demo service.', internetAccess: false },
}

/** From the field examples of 004 Definitions, ServiceResponse. */
export const service = {
  summary: 'A service',
  value: {
    ...createServiceRequest.value,
    serviceId: '2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737',
    createdTime: '2016-08-15T16:06:05.000+0000',
    lastModifiedTime: '2016-08-16T18:00:00.000+0000',
  },
}

export const updatedService = {
  summary: 'The service after the update',
  value: { ...service.value, ...updateServiceRequest.value },
}

export const services = {
  summary: 'A page of services, with a token for the next page',
  value: { services: [service.value], nextToken: 'ZGVtby1zZXJ2aWNl' },
}
