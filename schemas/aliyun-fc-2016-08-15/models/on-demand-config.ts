export { OnDemandConfig, OnDemandConfigInput, OnDemandConfigPage } from '../../aliyun-fc/models/on-demand-config.ts'
