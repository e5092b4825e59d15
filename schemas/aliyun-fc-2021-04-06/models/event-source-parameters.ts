import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { int64, withDefault } from '../../core/wire.ts'

export const RocketMQOffset = z
  .enum(['CONSUME_FROM_LAST_OFFSET', 'CONSUME_FROM_FIRST_OFFSET', 'CONSUME_FROM_TIMESTAMP'])
  .meta({
    description:
      'Where the consumption starts. CONSUME_FROM_LAST_OFFSET: at the newest message. CONSUME_FROM_FIRST_OFFSET: at the oldest message. CONSUME_FROM_TIMESTAMP: at Timestamp.',
    examples: ['CONSUME_FROM_TIMESTAMP'],
  })

export const KafkaOffset = z.enum(['earliest', 'latest']).meta({
  description: 'Where the consumption starts. earliest: at the oldest message. latest: at the newest message.',
  examples: ['latest'],
})

const region = (source: string) =>
  z.string().meta({ description: `Id of the region of the ${source}.`, examples: ['cn-hangzhou'] })

/** Source: FC-DEF SourceMNSParameters. */
export const SourceMNSParameters = z
  .object({
    RegionId: region('queue').optional(),
    QueueName: z.string().meta({ description: 'Name of the queue.', examples: ['demo'] }),
    IsBase64Decode: withDefault(
      z.boolean().meta({ description: 'If true, messages are in base64.', examples: [true] }),
      true,
    ),
  })
  .meta({ description: 'A queue of Message Service (MNS).' })

/** Source: FC-DEF SourceRabbitMQParameters. */
export const SourceRabbitMQParameters = z
  .object({
    RegionId: region('instance').optional(),
    InstanceId: z.string().meta({ description: 'Id of the instance.', examples: ['amqp-cn-nif22u74d3a1'] }),
    VirtualHostName: z.string().meta({ description: 'Name of the virtual host.', examples: ['eb-connect'] }),
    QueueName: z.string().meta({ description: 'Name of the queue.', examples: ['demo'] }),
  })
  .meta({ description: 'A queue of RabbitMQ.' })

/** Source: FC-DEF SourceKafkaParameters. */
export const SourceKafkaParameters = z
  .object({
    RegionId: region('instance').optional(),
    InstanceId: z.string().meta({ description: 'Id of the instance.', examples: ['alikafka_pre-cn-7pp2l5k0e01k'] }),
    Topic: z.string().meta({ description: 'Name of the topic.', examples: ['popvip_center_robot_order'] }),
    ConsumerGroup: z.string().meta({ description: 'Id of the consumer group.', examples: ['DEFAULT_GROUP'] }),
    OffsetReset: KafkaOffset.optional(),
    Network: z
      .string()
      .meta({ description: 'Network: Default, or PublicNetwork for a VPC.', examples: ['Default'] })
      .optional(),
    VpcId: z
      .string()
      .meta({ description: 'Id of the VPC.', examples: ['vpc-8vblalsi0vbhizr77k2d1'] })
      .optional(),
    VSwitchIds: z
      .string()
      .meta({ description: 'Id of the vSwitch.', examples: ['vsw-bp179l3llg3jjxwrq72h5'] })
      .optional(),
    SecurityGroupId: z
      .string()
      .meta({ description: 'Id of the security group.', examples: ['sg-bp1iv19sp1msc7zot4w2'] })
      .optional(),
  })
  .meta({ description: 'A topic of Kafka.' })

/** Source: FC-DEF SourceMQTTParameters. */
export const SourceMQTTParameters = z
  .object({
    RegionId: region('instance').optional(),
    InstanceId: z.string().meta({ description: 'Id of the instance.', examples: ['mqtt-cn-4xl2h5k0e01'] }),
    Topic: z.string().meta({ description: 'Name of the topic.', examples: ['testTopic'] }),
  })
  .meta({ description: 'A topic of MQTT.' })

/** Source: FC-DEF SourceDTSParameters. */
export const SourceDTSParameters = z
  .object({
    RegionId: region('subscription'),
    BrokerUrl: z.string().meta({
      description: 'Network address and port of the subscription.',
      examples: ['dts-cn-shanghai-vpc.aliyuncs.com:18003'],
    }),
    Topic: z.string().meta({
      description: 'Topic of the subscription.',
      examples: ['cn_shanghai_vpc_rm_uf6398ykj0218_dts_trigger_version2'],
    }),
    Sid: z.string().meta({ description: 'Id of the consumer group.', examples: ['dtse34j22j025a1b2c'] }),
    Username: z.string().meta({ description: 'User name of the consumer group.', examples: ['dts_trigger'] }),
    Password: z.string().meta({ description: 'Password of the consumer group.', examples: ['dtsTest123'] }),
    InitCheckPoint: int64().meta({
      description: 'Time of the first message to consume, in seconds since 1970.',
      examples: [1677340805],
    }),
    TaskId: z.string().meta({ description: 'Id of the task.', examples: ['e34z2gm325q1k2d'] }),
  })
  .meta({ description: 'A subscription of Data Transmission Service (DTS).' })

/** Source: FC-DEF SourceRocketMQParameters. */
export const SourceRocketMQParameters = withRules(
  z.object({
    RegionId: region('instance').optional(),
    InstanceId: z
      .string()
      .meta({ description: 'Id of the instance.', examples: ['MQ_INST_1649015465571023_BAAN1k2d'] }),
    Topic: z.string().meta({ description: 'Name of the topic.', examples: ['mytopic'] }),
    Tag: z
      .string()
      .meta({ description: 'Tag that filters the messages.', examples: ['test'] })
      .optional(),
    Offset: withDefault(RocketMQOffset, 'CONSUME_FROM_LAST_OFFSET'),
    Timestamp: int64()
      .meta({
        description: 'Time in milliseconds since 1970. Used only if Offset is CONSUME_FROM_TIMESTAMP.',
        examples: [1636597951964],
      })
      .optional(),
    GroupID: z.string().meta({ description: 'Id of the consumer group.', examples: ['GID_group1'] }),
    InstanceType: z
      .string()
      .meta({ description: 'Type of the instance.', examples: ['Cloud_5'] })
      .optional(),
    InstanceEndpoint: z
      .string()
      .meta({ description: 'Address of the instance.', examples: ['registry-vpc.cn-hangzhou.aliyuncs.com'] })
      .optional(),
    InstanceUsername: z
      .string()
      .meta({
        description: 'User name of the instance. Needed for access over the internet.',
        examples: ['6W0xz2uPfiwp1k2d'],
      })
      .optional(),
    InstancePassword: z
      .string()
      .meta({ description: 'Password of the instance. Needed for access over the internet.', examples: ['secret'] })
      .optional(),
    FilterType: z
      .string()
      .meta({ description: 'Type of the filter.', examples: ['Tag'] })
      .optional(),
    FilterSql: z.string().meta({ description: 'This field has no effect.' }).optional(),
    AuthType: z
      .string()
      .meta({
        description:
          'ACL: the access needs InstanceUsername and InstancePassword. Empty: the access needs no authentication.',
        examples: ['ACL'],
      })
      .optional(),
    InstanceVpcId: z
      .string()
      .meta({ description: 'Id of the VPC of the instance.', examples: ['vpc-uf6of9452b2pba82c1k2d'] })
      .optional(),
    InstanceVSwitchIds: z
      .string()
      .meta({ description: 'Id of the vSwitch of the instance.', examples: ['vsw-uf6gwtbn6etadpvz71k2d'] })
      .optional(),
    InstanceSecurityGroupId: z
      .string()
      .meta({ description: 'Id of the security group.', examples: ['sg-hp35r2hc3a3sv8q21k2d'] })
      .optional(),
    InstanceNetwork: z
      .string()
      .meta({ description: 'Type of the network.', examples: ['PrivateNetwork'] })
      .optional(),
  }),
  [
    { kind: 'requiredWhen', field: 'InstanceUsername', when: { field: 'AuthType', in: ['ACL'] } },
    { kind: 'requiredWhen', field: 'InstancePassword', when: { field: 'AuthType', in: ['ACL'] } },
  ],
).meta({ description: 'A topic of RocketMQ.' })

/** Source: FC-DEF EventSourceParameters. */
export const EventSourceParameters = z
  .object({
    sourceMNSParameters: SourceMNSParameters.meta({ description: 'For the type MNS.' }).optional(),
    sourceRocketMQParameters: SourceRocketMQParameters.meta({ description: 'For the type RocketMQ.' }).optional(),
    sourceRabbitMQParameters: SourceRabbitMQParameters.meta({ description: 'For the type RabbitMQ.' }).optional(),
    sourceKafkaParameters: SourceKafkaParameters.meta({ description: 'For the type Kafka.' }).optional(),
    sourceDTSParameters: SourceDTSParameters.meta({ description: 'For the type DTS.' }).optional(),
    sourceMQTTParameters: SourceMQTTParameters.meta({ description: 'For the type MQTT.' }).optional(),
  })
  .meta({ description: 'Parameters of an event source, by its type.' })
