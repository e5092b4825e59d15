export { TLSVersion, TLSConfig } from '../../aliyun-fc/models/tls-config.ts'
