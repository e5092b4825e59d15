export { OnDemandConfigInput, OnDemandConfig, OnDemandConfigPage } from '../../aliyun-fc/models/on-demand-config.ts'
