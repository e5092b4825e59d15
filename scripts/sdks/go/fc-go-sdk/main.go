// Runs the operations of FC 2016 with the unmodified Go module github.com/aliyun/fc-go-sdk.
//
// The module sends null for unset fields, Description instead of description for versions, and If-Match without quotes.
package main

import (
	"bytes"
	"fmt"
	"io/ioutil"
	"net/http"
	"os"
	"reflect"
	"strings"

	fc "github.com/aliyun/fc-go-sdk"
)

var client = newClient(os.Getenv("MOCK_KEY_ID"), os.Getenv("MOCK_SECRET"))

func newClient(id, secret string) *fc.Client {
	made, err := fc.NewClient(os.Getenv("MOCK_URL"), "2016-08-15", id, secret, fc.WithAccountID(os.Getenv("MOCK_ACCOUNT")))
	done(err)
	return made
}

func main() {
	services()
	functions()
	triggers()
	versions()
	invocations()
	observed()
	wrongKeys()
	left, err := client.ListServices(fc.NewListServicesInput())
	done(err)
	equal(len(left.Services), 0, "remaining services")
}

func services() {
	created, err := client.CreateService(fc.NewCreateServiceInput().WithServiceName("services").WithDescription("first"))
	done(err)
	equal(*created.Description, "first", "description")
	_, err = client.CreateService(fc.NewCreateServiceInput().WithServiceName("services"))
	rejected(err, 409, "ServiceAlreadyExists")
	etag := created.Header.Get("Etag")
	updated, err := client.UpdateService(fc.NewUpdateServiceInput("services").WithDescription("second").WithIfMatch(etag))
	done(err)
	equal(*updated.Description, "second", "description")
	_, err = client.UpdateService(fc.NewUpdateServiceInput("services").WithDescription("third").WithIfMatch(etag))
	rejected(err, 412, "PreconditionFailed")
	_, err = client.CreateService(fc.NewCreateServiceInput().WithServiceName("services-b"))
	done(err)
	first, err := client.ListServices(fc.NewListServicesInput().WithPrefix("services").WithLimit(1))
	done(err)
	second, err := client.ListServices(fc.NewListServicesInput().WithPrefix("services").WithLimit(1).WithNextToken(*first.NextToken))
	done(err)
	equal([]string{*first.Services[0].ServiceName, *second.Services[0].ServiceName}, []string{"services", "services-b"}, "pages")
	equal(second.NextToken == nil, true, "the end of the list")
	for _, name := range []string{"services", "services-b"} {
		_, err = client.DeleteService(fc.NewDeleteServiceInput(name))
		done(err)
	}
	_, err = client.GetService(fc.NewGetServiceInput("services"))
	rejected(err, 404, "ServiceNotFound")
}

var content = []byte("PK\x03\x04 a zip archive")

func createFunction(service, name string) *fc.CreateFunctionOutput {
	input := fc.NewCreateFunctionInput(service).WithFunctionName(name).WithRuntime("python3").WithHandler("index.handler")
	created, err := client.CreateFunction(input.WithMemorySize(256).WithCode(fc.NewCode().WithZipFile(content)))
	done(err)
	return created
}

func functions() {
	createService("functions")
	created := createFunction("functions", "a")
	createFunction("functions", "b")
	equal(*created.CodeSize, int64(len(content)), "size")
	_, err := client.CreateFunction(fc.NewCreateFunctionInput("functions").WithFunctionName("a").WithRuntime("python3").
		WithHandler("index.handler").WithCode(fc.NewCode().WithZipFile(content)))
	rejected(err, 409, "FunctionAlreadyExists")
	listed, err := client.ListFunctions(fc.NewListFunctionsInput("functions").WithLimit(1))
	done(err)
	equal(*listed.Functions[0].FunctionName, "a", "first function")
	etag := created.Header.Get("Etag")
	updated, err := client.UpdateFunction(fc.NewUpdateFunctionInput("functions", "a").WithMemorySize(512).WithIfMatch(etag))
	done(err)
	equal(*updated.MemorySize, int32(512), "memory")
	_, err = client.UpdateFunction(fc.NewUpdateFunctionInput("functions", "a").WithTimeout(9).WithIfMatch(etag))
	rejected(err, 412, "PreconditionFailed")
	_, err = client.UpdateFunction(fc.NewUpdateFunctionInput("functions", "a").WithMemorySize(100))
	rejected(err, 400, "InvalidArgument")
	code, err := client.GetFunctionCode(fc.NewGetFunctionCodeInput("functions", "a"))
	done(err)
	response, err := http.Get(code.URL)
	done(err)
	defer response.Body.Close()
	body, err := ioutil.ReadAll(response.Body)
	done(err)
	equal(bytes.Equal(body, content), true, "the code that was downloaded is the one that was sent")
	_, err = client.DeleteService(fc.NewDeleteServiceInput("functions"))
	rejected(err, 409, "ServiceNotEmpty")
	_, err = client.GetFunction(fc.NewGetFunctionInput("functions", "none"))
	rejected(err, 404, "FunctionNotFound")
	deleteAll("functions", "a", "b")
}

func triggers() {
	createService("triggers")
	createFunction("triggers", "f")
	timer := fc.NewTimeTriggerConfig().WithCronExpression("@every 1m").WithEnable(true).WithPayload("wake up")
	input := fc.NewCreateTriggerInput("triggers", "f").WithTriggerName("t").WithTriggerType("timer").WithTriggerConfig(timer)
	created, err := client.CreateTrigger(input)
	done(err)
	_, err = client.CreateTrigger(input)
	rejected(err, 409, "TriggerAlreadyExists")
	found, err := client.GetTrigger(fc.NewGetTriggerInput("triggers", "f", "t"))
	done(err)
	equal(*found.TriggerType, "timer", "type")
	listed, err := client.ListTriggers(fc.NewListTriggersInput("triggers", "f").WithLimit(1))
	done(err)
	equal(*listed.Triggers[0].TriggerName, "t", "first trigger")
	later := fc.NewUpdateTriggerInput("triggers", "f", "t").WithIfMatch(created.Header.Get("Etag")).
		WithTriggerConfig(fc.NewTimeTriggerConfig().WithCronExpression("@every 5m"))
	_, err = client.UpdateTrigger(later)
	done(err)
	_, err = client.UpdateTrigger(later)
	rejected(err, 412, "PreconditionFailed")
	_, err = client.DeleteFunction(fc.NewDeleteFunctionInput("triggers", "f"))
	rejected(err, 409, "FunctionNotEmpty")
	_, err = client.DeleteTrigger(fc.NewDeleteTriggerInput("triggers", "f", "t"))
	done(err)
	_, err = client.GetTrigger(fc.NewGetTriggerInput("triggers", "f", "t"))
	rejected(err, 404, "TriggerNotFound")
	deleteAll("triggers", "f")
}

func versions() {
	createService("versions")
	createFunction("versions", "f")
	published, err := client.PublishServiceVersion(fc.NewPublishServiceVersionInput("versions").WithDescription("the first"))
	done(err)
	equal([]string{*published.VersionID, *published.Description}, []string{"1", "the first"}, "version")
	_, err = client.PublishServiceVersion(fc.NewPublishServiceVersionInput("versions"))
	rejected(err, 409, "VersionPublishError")
	_, err = client.UpdateFunction(fc.NewUpdateFunctionInput("versions", "f").WithMemorySize(512))
	done(err)
	_, err = client.PublishServiceVersion(fc.NewPublishServiceVersionInput("versions"))
	done(err)
	listed, err := client.ListServiceVersions(fc.NewListServiceVersionsInput("versions").WithForwardDirection().WithLimit(1))
	done(err)
	equal(*listed.Versions[0].VersionID, "1", "oldest version")

	alias := fc.NewCreateAliasInput("versions").WithAliasName("prod").WithVersionID("1").
		WithAdditionalVersionWeight(map[string]float64{"2": 0.05})
	created, err := client.CreateAlias(alias)
	done(err)
	_, err = client.CreateAlias(alias)
	rejected(err, 409, "AliasAlreadyExists")
	aliases, err := client.ListAliases(fc.NewListAliasesInput("versions"))
	done(err)
	equal(*aliases.Aliases[0].AliasName, "prod", "first alias")
	equal(memory("prod"), int32(256), "memory of the alias")
	etag := created.Header.Get("Etag")
	_, err = client.UpdateAlias(fc.NewUpdateAliasInput("versions", "prod").WithVersionID("2").WithIfMatch(etag))
	done(err)
	_, err = client.UpdateAlias(fc.NewUpdateAliasInput("versions", "prod").WithVersionID("1").WithIfMatch(etag))
	rejected(err, 412, "PreconditionFailed")
	read, err := client.GetAlias(fc.NewGetAliasInput("versions", "prod"))
	done(err)
	equal(*read.VersionID, "2", "version of the alias")
	equal(memory("prod"), int32(512), "memory of the alias")
	equal(memory("1"), int32(256), "memory of the version")

	_, err = client.DeleteAlias(fc.NewDeleteAliasInput("versions", "prod"))
	done(err)
	_, err = client.GetAlias(fc.NewGetAliasInput("versions", "prod"))
	rejected(err, 404, "AliasNotFound")
	for _, version := range []string{"1", "2"} {
		_, err = client.DeleteServiceVersion(fc.NewDeleteServiceVersionInput("versions", version))
		done(err)
	}
	deleteAll("versions", "f")
}

func memory(qualifier string) int32 {
	found, err := client.GetFunction(fc.NewGetFunctionInput("versions", "f").WithQualifier(qualifier))
	done(err)
	return *found.MemorySize
}

func invocations() {
	createService("invocations")
	names := []string{"count", "crash", "echo", "greet", "refuse"}
	for _, name := range names {
		createFunction("invocations", name)
	}
	for _, event := range [][]byte{{0, 255, 128}, []byte("{")} {
		response, err := client.InvokeFunction(fc.NewInvokeFunctionInput("invocations", "echo").WithPayload(event))
		done(err)
		equal(response.Payload, event, "echo")
	}
	logged, err := client.InvokeFunction(fc.NewInvokeFunctionInput("invocations", "greet").WithLogType("Tail"))
	done(err)
	equal(string(logged.Payload), "hello world", "greeting")
	log, err := logged.GetLogResult()
	done(err)
	equal(strings.Contains(log, "FC Invoke Start"), true, "log")
	_, err = client.InvokeFunction(fc.NewInvokeFunctionInput("invocations", "count").WithAsyncInvocation())
	done(err)
	counted, err := client.InvokeFunction(fc.NewInvokeFunctionInput("invocations", "count"))
	done(err)
	equal(string(counted.Payload), "2", "count")
	for name, kind := range map[string]string{"refuse": "HandledInvocationError", "crash": "UnhandledInvocationError"} {
		failed, err := client.InvokeFunction(fc.NewInvokeFunctionInput("invocations", name))
		done(err)
		equal(failed.GetErrorType(), kind, "error type")
	}
	deleteAll("invocations", names...)
}

func wrongKeys() {
	_, err := newClient(os.Getenv("MOCK_KEY_ID"), os.Getenv("MOCK_WRONG_SECRET")).ListServices(fc.NewListServicesInput())
	rejected(err, 403, "SignatureNotMatch")
	_, err = newClient("nobody", os.Getenv("MOCK_SECRET")).ListServices(fc.NewListServicesInput())
	rejected(err, 403, "InvalidAccessKeyId")
}

func createService(name string) {
	_, err := client.CreateService(fc.NewCreateServiceInput().WithServiceName(name))
	done(err)
}

// deleteAll deletes functions, then their service.
func deleteAll(service string, names ...string) {
	for _, name := range names {
		_, err := client.DeleteFunction(fc.NewDeleteFunctionInput(service, name))
		done(err)
	}
	_, err := client.DeleteService(fc.NewDeleteServiceInput(service))
	done(err)
}

// done ends the scenario if a call failed.
func done(err error) {
	if err != nil {
		panic(err)
	}
}

// rejected checks that a call failed with this status and code.
func rejected(err error, status int, code string) {
	failure, isServiceError := err.(*fc.ServiceError)
	if !isServiceError {
		panic(fmt.Sprintf("%v instead of %d %s", err, status, code))
	}
	equal(fmt.Sprintf("%d %s", failure.HTTPStatus, failure.ErrorCode), fmt.Sprintf("%d %s", status, code), "error")
	equal(len(failure.RequestID), 36, "length of the request id")
}

func equal(actual, expected interface{}, what string) {
	if !reflect.DeepEqual(actual, expected) {
		panic(fmt.Sprintf("%s: %v instead of %v", what, actual, expected))
	}
}
