export { GetAccountSettingsOutput, AvailableAZ } from '../../aliyun-fc/models/account-settings.ts'
