export { ProvisionConfig, ProvisionConfigInput, ProvisionConfigPage } from '../../aliyun-fc/models/provision-config.ts'
