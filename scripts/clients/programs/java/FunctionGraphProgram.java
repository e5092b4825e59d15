import clients.functiongraph.ApiClient;
import clients.functiongraph.ApiException;
import clients.functiongraph.ApiResponse;
import clients.functiongraph.api.FunctionApi;
import clients.functiongraph.model.CodeType;
import clients.functiongraph.model.CustomImage;
import clients.functiongraph.model.EphemeralStorage;
import clients.functiongraph.model.Error;
import clients.functiongraph.model.FuncCode;
import clients.functiongraph.model.FuncLogConfig;
import clients.functiongraph.model.FuncMount;
import clients.functiongraph.model.FuncVpc;
import clients.functiongraph.model.MemorySize;
import clients.functiongraph.model.MountConfig;
import clients.functiongraph.model.MountType;
import clients.functiongraph.model.MountUser;
import clients.functiongraph.model.MountUserUserGroupId;
import clients.functiongraph.model.MountUserUserId;
import clients.functiongraph.model.NetworkControlConfig;
import clients.functiongraph.model.Runtime;
import clients.functiongraph.model.StrategyConfig;
import clients.functiongraph.model.UpdateFunctionCodeRequest;
import clients.functiongraph.model.UpdateFunctionConfigRequest;
import clients.functiongraph.model.VpcConfig;
import java.util.List;

final class FunctionGraphProgram {
  private interface Call<T> {
    ApiResponse<T> send() throws ApiException;
  }

  private static final ApiClient CLIENT = new ApiClient();
  private static final String PROJECT = "7aad83af3e8d42e99ac194e8419e2c9b";

  private static <T> void show(String step, Call<T> call) {
    var mapper = CLIENT.getObjectMapper();
    try {
      ApiResponse<T> response = call.send();
      Lines.showSuccess(step, response.getStatusCode(), response.getHeaders(), response.getData(), mapper);
    } catch (ApiException refused) {
      if (refused.getResponseBody() == null) throw new IllegalStateException(step, refused);
      Lines.showError(step, refused.getCode(), refused.getResponseBody(), Error.class, mapper);
    }
  }

  private static String toUrn(String name) {
    return "urn:fss:cn-north-4:" + PROJECT + ":function:default:" + name;
  }

  static void run() {
    CLIENT.updateBaseUri(Lines.URL + "/v2");
    var functions = new FunctionApi(CLIENT);

    var settings =
        new UpdateFunctionConfigRequest()
            .funcName("test")
            .runtime(Runtime.PYTHON3_9)
            .timeout(60)
            .handler("index.handler")
            .memorySize(MemorySize.MB768)
            .userData("{\"MODE\":\"test\"}")
            .encryptedUserData("{\"KEY\":\"secret\"}")
            .xrole("agency")
            .appXrole("runner")
            .description("has every field")
            .customImage(
                new CustomImage()
                    .enabled(true)
                    .image("swr.example.com/group/image:1")
                    .command("/bin/sh")
                    .args("-c,start")
                    .workingDir("/")
                    .uid("1003")
                    .gid("1003"))
            .initializerTimeout(30)
            .preStopTimeout(20)
            .ephemeralStorage(EphemeralStorage.MB10240)
            .enterpriseProjectId("project-1")
            .isStatefulFunction(true)
            .enableDynamicMemory(true)
            .enableAuthInHeader(true)
            .domainNames("[]")
            .gpuMemory(2048)
            .gpuType("nvidia-t4")
            .initializerHandler("index.initializer")
            .preStopHandler("index.preStop")
            .funcVpc(
                new FuncVpc()
                    .domainId("domain-1")
                    .namespace(PROJECT)
                    .vpcName("vpc")
                    .subnetName("subnet")
                    .cidr("192.168.0.0/24")
                    .gateway("192.168.0.1")
                    .securityGroups(List.of("sg-1"))
                    .vpcId("vpc-1")
                    .subnetId("subnet-1"))
            .mountConfig(
                new MountConfig()
                    .mountUser(
                        new MountUser()
                            .userId(new MountUserUserId(-1))
                            .userGroupId(new MountUserUserGroupId("1000")))
                    .funcMounts(
                        List.of(
                            new FuncMount()
                                .mountType(MountType.SFS_TURBO)
                                .mountResource("sfs-1")
                                .localMountPath("/mnt/a"),
                            new FuncMount()
                                .mountType(MountType.ECS)
                                .mountResource("ecs-1")
                                .mountSharePath("/share")
                                .localMountPath("/mnt/b"))))
            .strategyConfig(new StrategyConfig().concurrency(10).concurrentNum(2))
            .extendConfig("{}")
            .logConfig(
                new FuncLogConfig().groupName("group").groupId("group-1").streamName("stream").streamId("stream-1"))
            .networkController(
                new NetworkControlConfig()
                    .disablePublicNetwork(true)
                    .triggerAccessVpcs(List.of(new VpcConfig().vpcName("vpc").vpcId("vpc-1"))))
            .restoreHookHandler("index.restore")
            .restoreHookTimeout(10)
            .heartbeatHandler("index.heartbeat")
            .enableClassIsolation(true);
    show("update config", () -> functions.updateFunctionConfigWithHttpInfo(PROJECT, toUrn("test"), settings));
    var least =
        new UpdateFunctionConfigRequest()
            .runtime(Runtime.PYTHON3_9)
            .timeout(3)
            .handler("index.handler")
            .memorySize(MemorySize.MB128);
    show(
        "update config of missing function",
        () -> functions.updateFunctionConfigWithHttpInfo(PROJECT, toUrn("none"), least));
    show(
        "update config to minimum",
        () -> functions.updateFunctionConfigWithHttpInfo(PROJECT, toUrn("fgsTest"), least));

    var inline =
        new UpdateFunctionCodeRequest()
            .codeType(CodeType.INLINE)
            .codeFilename("index.py")
            .funcCode(new FuncCode()._file("def handler(event, context):\n    return event\n".getBytes()))
            .dependVersionList(List.of("e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55"));
    show("update code", () -> functions.updateFunctionCodeWithHttpInfo(PROJECT, toUrn("fgsTest"), inline));
    var stored =
        new UpdateFunctionCodeRequest()
            .codeType(CodeType.OBS)
            .codeUrl("https://bucket.obs.example.com/code.zip");
    show(
        "update code to OBS object",
        () -> functions.updateFunctionCodeWithHttpInfo(PROJECT, toUrn("fgsTest"), stored));
    for (var code : Lines.FORCED_ERRORS) {
      var headers = Lines.force(code);
      show(
          "error " + code,
          () -> functions.updateFunctionCodeWithHttpInfo(PROJECT, toUrn("fgsTest"), stored, headers));
    }
  }

  private FunctionGraphProgram() {}
}
