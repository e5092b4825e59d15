export {
  EqualRule,
  PathConfig,
  RegexRule,
  RewriteConfig,
  RouteConfig,
  WildcardRule,
} from '../../aliyun-fc/models/route-config.ts'
