export { MetricType, ScheduledActions, TargetTrackingPolicies } from '../../aliyun-fc/models/scaling.ts'
