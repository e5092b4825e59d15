export { ScheduledActions, MetricType, TargetTrackingPolicies } from '../../aliyun-fc/models/scaling.ts'
