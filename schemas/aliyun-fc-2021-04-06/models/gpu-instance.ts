import { z } from 'zod'

const toPorts = (protocol: string, example: string) =>
  z
    .array(z.string().meta({ description: `Range of ${protocol} ports, first and last port.`, examples: [example] }))
    .meta({ description: `${protocol} ports that the security group opens.` })
    .optional()

export const DiskPerformanceLevel = z
  .enum(['PL0', 'PL1'])
  .meta({ description: 'Performance level of the disk.', examples: ['PL0'] })

const ipv4Block = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/

/** Source: FC-DEF ClaimGPUInstance, body. */
export const ClaimGPUInstanceInput = z
  .object({
    instanceType: z.string().meta({ description: 'Instance type.', examples: ['ecs.gn7i-c8g1.2xlarge'] }),
    imageId: z.string().meta({ description: 'Id of the image.', examples: ['m-foobar'] }),
    tcpPortRange: toPorts('TCP', '80/80'),
    udpPortRange: toPorts('UDP', '13000/13002'),
    sourceCidrIp: z
      .string()
      .regex(ipv4Block)
      .meta({ description: 'IPv4 CIDR block of the clients.', examples: ['0.0.0.0/0'] }),
    diskPerformanceLevel: DiskPerformanceLevel.optional(),
    password: z
      .string()
      .meta({ description: 'Password of the instance.', examples: ['MyPassword'] })
      .optional(),
    internetBandwidthOut: z
      .string()
      .meta({ 'x-quirk': ['E31'], description: 'Outbound bandwidth to the internet, as text.', examples: ['100'] })
      .optional(),
    diskSizeGigabytes: z
      .string()
      .meta({ 'x-quirk': ['E31'], description: 'Size of the system disk in GB, as text.', examples: ['100'] })
      .optional(),
    vpcId: z
      .string()
      .meta({ description: 'Id of the VPC.', examples: ['v-xxxx'] })
      .optional(),
    vswId: z
      .string()
      .meta({ description: 'Id of the vSwitch.', examples: ['vsw-xxxx'] })
      .optional(),
    sgId: z
      .string()
      .meta({ description: 'Id of the security group.', examples: ['sg-xxxx'] })
      .optional(),
    role: z
      .string()
      .meta({ description: 'RAM role of the user.', examples: ['acs:ram::1234567890:role/fc-test'] })
      .optional(),
  })
  .meta({ description: 'A GPU instance to claim.' })

/** Source: FC-DEF ClaimGPUInstance, response 200. */
export const ClaimGPUInstanceOutput = z
  .object({
    publicIp: z
      .string()
      .meta({ description: 'Public IP address.', examples: ['0.0.0.0'] })
      .optional(),
    instanceId: z
      .string()
      .meta({ description: 'Id of the instance.', examples: ['i-xxx'] })
      .optional(),
    createdTime: z
      .string()
      .meta({
        'x-quirk': ['E30'],
        description: 'Time when the instance was created.',
        examples: ['2022-11-11 07:31:04.899465017 +0000 UTC m=+37.671563424'],
      })
      .optional(),
  })
  .meta({ description: 'A GPU instance.' })
