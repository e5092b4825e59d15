export { WAFConfig } from '../../aliyun-fc/models/waf-config.ts'
