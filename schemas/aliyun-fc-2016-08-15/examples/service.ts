/** From the field examples of 004 Definitions, Service. */
export const createServiceRequest = {
  summary: 'A service with a role and a log store',
  value: {
    serviceName: 'demo-service',
    description: 'This is a demo service.',
    internetAccess: true,
    role: 'acs:ram::1234567890:role/fc-test',
    logConfig: { project: 'demo-project', logstore: 'demo-logstore' },
  },
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
