export { ProvisionConfigInput, ProvisionConfig, ProvisionConfigPage } from '../../aliyun-fc/models/provision-config.ts'
