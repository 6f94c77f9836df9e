package org.lagroups.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.scenarios.process.Cli;

@Tag("network")
final class DemoTest {

  @TempDir private Path folder;

  @Test
  void seesEveryStepAndWritesThePage() throws Exception {
    Path page = folder.resolve("demo.html");
    List<Long> before = children();

    Captured result = new Cli(folder.resolve("home")).run("demo", "--output", page.toString());

    assertThat(result.code()).as(result.err() + result.out()).isZero();
    assertThat(Files.readString(page))
        .contains("Every step was observed.")
        .contains("<svg")
        .contains("class=\"path path2\"")
        .contains("Frank &gt; Heidi")
        .contains("<td>Alice, Carol, Ivan</td><td>3 of 3</td><td>enforced</td>")
        .contains("<td>Alice, Carol, Ivan</td><td>Bob, Dave</td><td>2 of 3</td><td>doubted</td>")
        .contains("<td>60</td><td>60</td><td>1500</td><td>1500</td><td>the same</td>")
        .contains("<td>60</td><td>0</td><td>1500</td><td>1500</td><td>the same</td>")
        .contains("Who passed the stream to whom", "class=\"plan\"", "<title>Ivan</title>")
        .containsPattern("Planned to each: \\d+\\.\\d+ Mbit/s, \\d+\\.\\d% of the bound")
        .containsPattern("measured until a relay was killed: [1-9]\\S* Mbit/s, [1-9]\\S*% of the")
        .doesNotContain("<script")
        .doesNotContain("src=");
    assertThat(children()).as("processes left behind").isEqualTo(before);
  }

  private static List<Long> children() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).sorted().toList();
  }
}
