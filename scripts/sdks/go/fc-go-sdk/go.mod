module faas-contracts/sdks/fc-go-sdk

go 1.16

require github.com/aliyun/fc-go-sdk v0.0.0-20230313060359-3a1b2ede1e1e
