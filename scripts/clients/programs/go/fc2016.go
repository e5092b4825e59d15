package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"

	"clients/fc2016"
	"clients/fcsignature"
)

func runFc2016() {
	ctx := context.Background()
	var options []fc2016.ClientOption
	if id, ok := os.LookupEnv("MOCK_KEY_ID"); ok {
		sign := fcsignature.Sign(id, os.Getenv("MOCK_SECRET"))
		options = append(options, fc2016.WithRequestEditorFn(sign))
	}
	client := must(fc2016.NewClientWithResponses(url+"/2016-08-15", options...))
	const service = "clients"
	code := fc2016.Code{ZipFile: ptr([]byte("a zip archive"))}

	var userId fc2016.NASConfig_UserId
	var groupId fc2016.NASConfig_GroupId
	must(0, userId.FromIdNumber(10003))
	must(0, groupId.FromIdText("10003"))
	body := fc2016.Service{
		ServiceName:    service,
		Description:    ptr("made by a generated client"),
		InternetAccess: ptr(true),
		LogConfig: &fc2016.LogConfig{
			Project:               ptr("project-1"),
			Logstore:              ptr("logstore-1"),
			EnableRequestMetrics:  ptr(true),
			EnableInstanceMetrics: ptr(false),
			LogBeginRule:          ptr("DefaultRegex"),
		},
		Role:      ptr("acs:ram::123456789012:role/fc"),
		VpcConfig: &fc2016.VPCConfig{SecurityGroupId: "sg-1", VSwitchIds: []string{"vsw-1", "vsw-2"}, VpcId: "vpc-1"},
		TracingConfig: &map[string]any{
			"type":   "Jaeger",
			"params": map[string]any{"endpoint": "http://tracing.example.com"},
		},
		NasConfig: &fc2016.NASConfig{
			UserId:      userId,
			GroupId:     groupId,
			MountPoints: []fc2016.MountPoint{{ServerAddr: "nas.example.com:/", MountDir: "/mnt/a"}},
		},
	}
	created, err := client.CreateServiceWithResponse(ctx, body)
	showResponse("create service", created, err)
	service1, err := client.GetServiceWithResponse(ctx, service)
	showResponse("get service", service1, err)
	created, err = client.CreateServiceWithResponse(ctx, body)
	showResponse("create service again", created, err)

	full := fc2016.Function{
		FunctionName:          "full",
		Code:                  code,
		Handler:               "index.handler",
		Runtime:               fc2016.Nodejs44,
		Description:           ptr("has every field"),
		MemorySize:            ptr(512),
		Timeout:               ptr(60),
		Initializer:           ptr("index.initializer"),
		InitializationTimeout: ptr(int32(30)),
		EnvironmentVariables:  &map[string]string{"MODE": "test", "EMPTY": ""},
		InstanceConcurrency:   ptr(int32(5)),
		CaPort:                ptr(int32(9000)),
		CustomContainerConfig: &map[string]any{"image": "registry.example.com/image:1", "command": `["node"]`},
		Layers:                &[]string{"acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"},
		InstanceType:          ptr("c1"),
	}
	function, err := client.CreateFunctionWithResponse(ctx, service, full)
	showResponse("create function", function, err)
	got, err := client.GetFunctionWithResponse(ctx, service, "full")
	showResponse("get function", got, err)

	for number := 1; number <= 5; number++ {
		must(client.CreateFunctionWithResponse(ctx, service, fc2016.Function{
			FunctionName: fmt.Sprintf("list-%d", number),
			Code:         code,
			Handler:      "index.handler",
			Runtime:      fc2016.Python3,
		}))
	}
	var pages [][]string
	params := &fc2016.ListFunctionsParams{Prefix: ptr("list-"), Limit: ptr(int32(2))}
	for {
		page := must(client.ListFunctionsWithResponse(ctx, service, params)).JSON200
		names := []string{}
		for _, listed := range *page.Functions {
			names = append(names, *listed.FunctionName)
		}
		pages = append(pages, names)
		if page.NextToken == nil {
			break
		}
		params.NextToken = page.NextToken
	}
	show("list functions", map[string]any{"pages": pages})

	change := fc2016.FunctionUpdateFields{
		Description:          ptr("changed"),
		MemorySize:           ptr(1024),
		EnvironmentVariables: &map[string]string{},
	}
	matching := &fc2016.UpdateFunctionParams{IfMatch: got.Headers200.ETag}
	updated, err := client.UpdateFunctionWithResponse(ctx, service, "full", matching, change)
	showResponse("update function", updated, err)
	updated, err = client.UpdateFunctionWithResponse(ctx, service, "full", matching, change)
	showResponse("update function with a stale tag", updated, err)
	for _, code := range forcedErrors {
		force := func(_ context.Context, request *http.Request) error {
			request.Header.Set("Prefer", "error="+code)
			return nil
		}
		updated, err := client.UpdateFunctionWithResponse(ctx, service, "full", nil, change, force)
		showResponse("error "+code, updated, err)
	}

	trigger, err := client.CreateTriggerWithResponse(ctx, service, "full", fc2016.Trigger{
		TriggerName: "uploads",
		TriggerType: "oss",
		TriggerConfig: map[string]any{
			"events": []string{"oss:ObjectCreated:*"},
			"filter": map[string]any{"key": map[string]any{"prefix": "in/"}},
		},
		InvocationRole: ptr("acs:ram::123456789012:role/oss"),
		SourceArn:      ptr("acs:oss:cn-hangzhou:123456789012:bucket"),
		Qualifier:      ptr("LATEST"),
		Description:    ptr("runs for each upload"),
	})
	showResponse("create trigger", trigger, err)
	trigger1, err := client.GetTriggerWithResponse(ctx, service, "full", "uploads")
	showResponse("get trigger", trigger1, err)

	version, err := client.PublishVersionWithResponse(ctx, service, nil, fc2016.PublishVersionFields{
		Description: ptr("first"),
	})
	showResponse("publish version", version, err)
	newWords := fc2016.ServiceUpdateFields{Description: ptr("changed")}
	must(client.UpdateServiceWithResponse(ctx, service, nil, newWords))
	must(client.PublishVersionWithResponse(ctx, service, nil, fc2016.PublishVersionFields{}))
	alias, err := client.CreateAliasWithResponse(ctx, service, fc2016.Alias{
		AliasName:               "stable",
		VersionId:               ptr("1"),
		Description:             ptr("both"),
		AdditionalVersionWeight: &map[string]float32{"2": 0.25},
	})
	showResponse("create alias", alias, err)

	qualified, err := client.GetFunctionByQualifierWithResponse(ctx, service, "1", "full")
	showResponse("get function by qualifier", qualified, err)
	event := bytes.NewReader([]byte{0, 255, 10})
	invoked := must(client.InvokeFunctionByQualifierWithBodyWithResponse(
		ctx, service, "1", "full", nil, "application/octet-stream", event))
	show("invoke function by qualifier", map[string]any{
		"status": invoked.StatusCode(),
		"bytes":  base64.StdEncoding.EncodeToString(invoked.Body),
	})

	everything := must(client.ListFunctionsWithResponse(ctx, service, nil)).JSON200
	gone, err := client.DeleteServiceWithResponse(ctx, service, nil)
	showResponse("delete service with functions", gone, err)
	goneTrigger, err := client.DeleteTriggerWithResponse(ctx, service, "full", "uploads", nil)
	showResponse("delete trigger", goneTrigger, err)
	goneAlias, err := client.DeleteAliasWithResponse(ctx, service, "stable", nil)
	showResponse("delete alias", goneAlias, err)
	for _, id := range []string{"1", "2"} {
		goneVersion, err := client.DeleteVersionWithResponse(ctx, service, id)
		showResponse("delete version "+id, goneVersion, err)
	}
	for _, listed := range *everything.Functions {
		goneFunction, err := client.DeleteFunctionWithResponse(ctx, service, *listed.FunctionName, nil)
		showResponse("delete function "+*listed.FunctionName, goneFunction, err)
	}
	gone, err = client.DeleteServiceWithResponse(ctx, service, nil)
	showResponse("delete service", gone, err)
	service1, err = client.GetServiceWithResponse(ctx, service)
	showResponse("get deleted service", service1, err)
}
