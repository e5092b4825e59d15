export { TLSConfig, TLSVersion } from '../../aliyun-fc/models/tls-config.ts'
