package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;

final class CheckCommandTest {

  private static final String GOOD =
      "alert tcp $HOME_NET any -> any 80 (msg:\"a\"; content:\"a\"; pcre:\"/^b+/R\"; sid:1;)\n";
  private static final String BAD = "alert tcp any any -> any any (http.uri; sid:9;)\n";

  @TempDir private Path folder = Path.of(".");

  private record Result(int code, String out, String err) {}

  @Test
  void saysThatAllIsWell() throws IOException {
    Result result = check(GOOD);
    assertThat(result.out.strip()).endsWith("test.rules: 1 rule loaded, 0 refused");
    assertThat(result.code).isZero();
  }

  @Test
  void namesWhatIsRefused() throws IOException {
    Result result = check("# comment\n" + BAD + GOOD + GOOD);
    assertThat(result.out.lines())
        .hasSize(3)
        .startsWith(
            "line 2 (sid 9): http.uri is not among the keywords that are understood",
            "line 4 (sid 1): sid is also that of line 3, whose rev is 0")
        .last()
        .asString()
        .endsWith("test.rules: 1 rule loaded, 2 refused");
    assertThat(result.code).isEqualTo(1);
  }

  @Test
  void namesWhatIsRefusedAsJson() throws IOException {
    Result result = check(BAD + "nothing\n" + GOOD, "--json");
    assertThat(result.out.strip())
        .isEqualTo(
            "{\"loaded\":1,\"refused\":2,\"refusals\":["
                + "{\"line\":1,\"sid\":9,\"keyword\":\"http.uri\","
                + "\"reason\":\"is not among the keywords that are understood\"},"
                + "{\"line\":2,\"sid\":null,\"keyword\":\"options\","
                + "\"reason\":\"have to stand in ( ) at the rule's end\"}]}");
    assertThat(result.code).isEqualTo(1);
  }

  @Test
  void takesVariables() throws IOException {
    String rule = "alert tcp $MINE $PORTS -> any any (sid:1;)\n";
    assertThat(check(rule).out).contains("$MINE, which has no value");
    Result result =
        check(
            rule, "--set", "MINE=[10.0.0.0/8,!$ONE]", "--set", "ONE=10.1.1.1", "--set", "PORTS=80");
    assertThat(result.out).contains("1 rule loaded, 0 refused");
    assertThat(check(rule, "--set", "$MINE=any").err).contains("without $ before the name");
  }

  @Test
  void saysThatThereIsNoFile() {
    Result result = run(folder.resolve("none.rules").toString());
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("there is no file");
  }

  @Test
  void saysThatItCannotRead() {
    Result result = run(folder.toString());
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("cannot read");
  }

  @Test
  void asksForAFile() {
    assertThat(run().code).isEqualTo(2);
  }

  private Result check(String rules, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("test.rules"), rules);
    return run(
        Stream.concat(Stream.of(file.toString()), Stream.of(options)).toArray(String[]::new));
  }

  private Result run(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments =
        Stream.concat(
                Stream.of("--home", folder.resolve("home").toString(), "guard", "check"),
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
