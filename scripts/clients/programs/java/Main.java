/** Runs the scenario of one API with its generated client. */
final class Main {
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "aliyun-fc-2016-08-15" -> Fc2016Program.run();
      case "aliyun-fc-2021-04-06" -> Fc2021Program.run();
      case "huawei-functiongraph-v2" -> FunctionGraphProgram.run();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }
}
