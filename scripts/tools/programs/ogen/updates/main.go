// Command updates fails if an update sends a default.
package main

import (
	fc2021 "tools/aliyun-fc-2021-04-06"
	functiongraph "tools/huawei-functiongraph-v2"
)

func main() {
	config := &functiongraph.UpdateFunctionConfigRequest{Runtime: "Python3.9", Timeout: 3, Handler: "a.b", MemorySize: 128}
	sent, err := config.MarshalJSON()
	if err != nil || string(sent) != `{"runtime":"Python3.9","timeout":3,"handler":"a.b","memory_size":128}` {
		panic(string(sent))
	}
	if sent, err = (&fc2021.UpdateFunctionInput{}).MarshalJSON(); err != nil || string(sent) != "{}" {
		panic(string(sent))
	}
}
