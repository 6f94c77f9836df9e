package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HangUpTest {

  /** A process of its own, since how it was started counts. */
  static final class Child {

    private Child() {}

    public static void main(String[] args) {
      System.out.print(HangUp.calls(() -> {}));
    }
  }

  @ParameterizedTest
  @CsvSource({"--default-signal=HUP, true", "--ignore-signal=HUP, false"})
  void saysWhetherItIsHeard(String started, String isHeard) throws IOException {
    List<String> command =
        List.of(
            "env",
            started,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName());
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(isHeard);
  }
}
