import { quirk } from '../../core/quirk.ts'

const all = ['PutProvisionConfig', 'GetProvisionConfig', 'ListProvisionConfigs']

/** Gaps and contradictions of FC-DEF about provision configurations. */
export const provisionQuirks = [
  quirk({
    id: 'F10',
    operations: ['PutProvisionConfig'],
    says: 'The example of resource in PutProvisionConfig has quotation marks inside the text.',
    does: 'resource has no quotation marks.',
    source: ['FC-DEF PutProvisionConfig.response.200.resource', 'FC-DEF GetProvisionConfig.response.200.resource'],
    decision: 'The other operations and the tests of an SDK have no quotation marks.',
  }),
  quirk({
    id: 'F12',
    operations: all,
    says: 'target of PutProvisionConfig has the limits 0 and 10000. The targets and capacities of rules have no limits.',
    does: 'The same limits apply to the targets and capacities of rules. Responses have no limits.',
    source: ['FC-DEF PutProvisionConfig.request.target', 'FC-DEF ScheduledActions.target'],
    decision: 'A rule sets the same number of instances.',
  }),
  quirk({
    id: 'F13',
    operations: all,
    says: 'The samples of rules have the fields Name, StartTime, EndTime, TargetValue, ScheduleExpression, MetricType, MetricTarget, MinCapacity and MaxCapacity.',
    does: 'The fields are name, startTime, endTime, target, scheduleExpression, metricType, metricTarget, minCapacity and maxCapacity.',
    source: [
      'FC-DEF ScheduledActions',
      'FC-DEF TargetTrackingPolicies',
      'FC-DEF PutProvisionConfig.response.200.scheduledActions[]',
    ],
    decision: 'The models and all SDKs have the names in lower case, and target.',
  }),
  quirk({
    id: 'F14',
    operations: all,
    says: 'The example of scheduleExpression is cron(0/30 * * * *), with five fields. The samples have six fields.',
    does: 'Five and six fields are valid. With five, the seconds are absent. at(time) is valid, too.',
    source: ['FC-DEF ScheduledActions.scheduleExpression', 'FC-DEF PutProvisionConfig.response.200.scheduledActions[]'],
    decision: 'Real servers name at and cron in the message of an invalid expression.',
  }),
  quirk({
    id: 'F15',
    operations: all,
    says: 'Three metrics stand in the description of metricType. GPUMemUtilization is described as the utilization of the GPU.',
    does: 'metricType is an enumeration of the three metrics.',
    source: ['FC-DEF TargetTrackingPolicies.metricType'],
    decision: 'The description lists the values as the possible ones.',
  }),
  quirk({
    id: 'F16',
    operations: ['PutProvisionConfig'],
    says: 'alwaysAllocateCPU is a boolean with the text "true" as its default. Its title is about idle instances, its description about all instances.',
    does: 'The default is the boolean true. The setting applies to idle instances.',
    source: ['FC-DEF PutProvisionConfig.request.alwaysAllocateCPU'],
    decision: 'FC-DEF writes all defaults as text. An instance with a request always has CPU.',
  }),
  quirk({
    id: 'F17',
    operations: ['ListProvisionConfigs'],
    says: 'limit is an int64. In all other lists, limit is an int32. No minimum is stated.',
    does: 'limit is an int64 from 1 to 100.',
    source: ['FC-DEF ListProvisionConfigs query limit'],
    decision: 'The document follows FC-DEF. With a limit below 1, a client never reaches the end of a list.',
  }),
  quirk({
    id: 'F25',
    operations: ['PutProvisionConfig', 'GetProvisionConfig'],
    says: 'The qualifier is an alias or LATEST in PutProvisionConfig, and an alias in GetProvisionConfig.',
    does: 'Both operations accept an alias and LATEST, but no version id.',
    source: ['FC-DEF PutProvisionConfig query qualifier', 'FC-DEF GetProvisionConfig query qualifier'],
    decision: 'A configuration that can be stored can be read.',
  }),
  quirk({
    id: 'F26',
    operations: ['PutProvisionConfig'],
    says: 'GetProvisionConfig has an ETag, which ensures that the expected configuration is changed. PutProvisionConfig has neither If-Match nor ETag.',
    does: 'PutProvisionConfig compares If-Match with the ETag, and returns an ETag. Both headers are observed.',
    source: ['FC-DEF GetProvisionConfig 200', 'FC-DEF PutProvisionConfig'],
    decision: 'SDKs of FC 2016-08-15 send If-Match and read the ETag.',
  }),
  quirk({
    id: 'F27',
    operations: ['GetProvisionConfig'],
    says: 'The statuses 404 and 409 are stated without codes or causes. No operation deletes a configuration.',
    does: 'Without a configuration, target and current are 0. 404 means that the service, the function or the alias does not exist. 409 is ConcurrentUpdateError.',
    source: ['FC-DEF GetProvisionConfig 404', 'FC-DEF GetProvisionConfig 409'],
    decision: 'Clients set the target 0 to delete a configuration. Servers of a later version return 200 without one.',
  }),
]
