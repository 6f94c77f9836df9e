package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;

final class PlanCommandTest {

  private static final String LINE =
      """
      {"source":"A","nodes":{"A":{"up":40},"B":{"up":40},"C":{"up":0}},"linksOnly":true,
       "links":[{"from":"A","to":"B"},{"from":"B","to":"C","capacity":12.5}]}
      """;

  @TempDir private Path folder = Path.of(".");

  private record Result(int code, String out, String err) {}

  @Test
  void printsThePlanAsJson() throws IOException {
    Result result = plan(LINE, "--json");
    assertThat(result.out.strip())
        .isEqualTo(
            "{\"bound\":12.5,\"rate\":12.5,"
                + "\"trees\":[{\"rate\":12.5,\"parent\":{\"B\":\"A\",\"C\":\"B\"}}]}");
    assertThat(result.code).isZero();
  }

  @Test
  void printsThePlanForPeople() throws IOException {
    assertThat(plan(LINE).out.lines())
        .containsExactly(
            "12.50 of at most 12.50 Mbit/s (100.00%), over one tree",
            "", "tree 1: 12.50 Mbit/s", "  A -> B", "    B -> C");
  }

  @Test
  void showsHowLittleAVerySlowNodeCanSend() throws IOException {
    assertThat(plan(LINE.replace("12.5", "0.000012")).out)
        .startsWith("0.000012 of at most 0.000012 Mbit/s (100.00%)");
  }

  @Test
  void namesTheFieldThatIsWrong() throws IOException {
    Result result = plan(LINE.replace("12.5", "\"fast\""));
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("links[1].capacity is a number of Mbit/s");
  }

  @Test
  void namesTheNodesThatNothingReaches() throws IOException {
    Result result = plan(LINE.replace("12.5", "0"), "--json");
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("nodes: nothing can get from the source to C");
  }

  @Test
  void saysThatNothingLimits() throws IOException {
    Result result = plan("{\"source\":\"A\",\"nodes\":{\"A\":{},\"B\":{}}}");
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("nothing limits the rate");
  }

  @Test
  void saysThatThereIsNoFile() {
    Result result = run("--capacities", folder.resolve("none.json").toString());
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("there is no file");
  }

  @Test
  void drawsThePlan() throws IOException {
    Path picture = folder.resolve("plan.svg");
    assertThat(plan(LINE, "--svg", picture.toString()).code).isZero();
    assertThat(Files.readString(picture)).startsWith("<svg").contains("12.50 Mbit/s", ">B</text>");
  }

  @Test
  void saysThatItCannotDraw() throws IOException {
    Result result = plan(LINE, "--svg", folder.resolve("none/plan.svg").toString());
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("cannot write", "--svg");
  }

  /** The picture in the guide is of a real plan. */
  @Test
  void drawsThePictureInTheGuide() throws IOException {
    Path docs = Path.of("").toAbsolutePath();
    while (!Files.exists(docs.resolve("docs/planned-group.json"))) {
      docs = Objects.requireNonNull(docs.getParent(), "within the project");
    }
    Path picture = folder.resolve("plan.svg");
    run(
        "--capacities",
        docs.resolve("docs/planned-group.json").toString(),
        "--svg",
        picture.toString());
    assertThat(picture)
        .as("lag cast plan --capacities docs/planned-group.json --svg docs/planned-group.svg")
        .hasSameTextualContentAs(docs.resolve("docs/planned-group.svg"));
  }

  @Test
  void asksForAFile() {
    assertThat(run().code).isEqualTo(2);
  }

  private Result plan(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("capacities.json"), text);
    return run(
        Stream.concat(Stream.of("--capacities", file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private Result run(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments =
        Stream.concat(
                Stream.of("--home", folder.resolve("home").toString(), "cast", "plan"),
                Stream.of(options))
            .toArray(String[]::new);
    int code = Lag.run(Map.of(), print(out), print(err), arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
