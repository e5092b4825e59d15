export { GetAccountSettingsOutput } from '../../aliyun-fc/models/account-settings.ts'
