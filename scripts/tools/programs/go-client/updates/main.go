// Command updates fails if an update sends a default.
package main

import (
	"encoding/json"

	fc2021 "tools/aliyun-fc-2021-04-06"
	functiongraph "tools/huawei-functiongraph-v2"
)

func main() {
	sent, err := json.Marshal(functiongraph.NewUpdateFunctionConfigRequest("Python3.9", 3, "a.b", 128))
	if err != nil || string(sent) != `{"handler":"a.b","memory_size":128,"runtime":"Python3.9","timeout":3}` {
		panic(string(sent))
	}
	if sent, err = json.Marshal(fc2021.NewUpdateFunctionInput()); err != nil || string(sent) != "{}" {
		panic(string(sent))
	}
}
