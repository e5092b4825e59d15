/** The sample of FC-DEF ListInstances, without masked values. */
export const instances = {
  summary: 'One instance of a version',
  value: { instances: [{ instanceId: '1ef6b6ff-7f7b-485e-ab49-501ac6817a2b', versionId: '1' }] },
}

/** From the field examples of FC-DEF ClaimGPUInstance, body. */
export const claimGpuInstanceRequest = {
  summary: 'A GPU instance with open ports',
  value: {
    instanceType: 'ecs.gn7i-c8g1.2xlarge',
    imageId: 'm-foobar',
    tcpPortRange: ['80/80'],
    udpPortRange: ['13000/13002'],
    sourceCidrIp: '0.0.0.0/0',
    diskPerformanceLevel: 'PL0' as const,
    password: 'MyPassword',
    internetBandwidthOut: '100',
    diskSizeGigabytes: '100',
    vpcId: 'v-xxxx',
    vswId: 'vsw-xxxx',
    sgId: 'sg-xxxx',
    role: 'acs:ram::1234567890:role/fc-test',
  },
}

/** The sample of FC-DEF ClaimGPUInstance. */
export const gpuInstance = {
  summary: 'The instance that was claimed',
  value: {
    publicIp: '0.0.0.0',
    instanceId: 'i-xxx',
    createdTime: '2022-11-11 07:31:04.899465017 +0000 UTC m=+37.671563424',
  },
}
