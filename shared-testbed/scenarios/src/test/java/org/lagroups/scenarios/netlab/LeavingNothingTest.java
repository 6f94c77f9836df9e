package org.lagroups.scenarios.netlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.process.JavaCommand;

final class LeavingNothingTest {

  private static final String ENDLESS = "60";

  /** Makes a laboratory with a process inside, says the number of that, and waits. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] args) throws InterruptedException, IOException {
      Laboratory laboratory = Laboratory.make("starter", List.of(HostPlan.of("a")));
      LabHost host = laboratory.host("a");
      laboratory.delay(host, host, 1);
      long inside = new ProcessBuilder(host.inside(List.of("sleep", ENDLESS))).start().pid();
      System.out.println(inside);
      if (System.in.read() < 0) {
        System.exit(0);
      }
    }
  }

  @BeforeEach
  void mayMakeLaboratories() throws InterruptedException {
    Laboratories.assumePossible();
  }

  @Test
  void closingEndsWhatRunsInside() throws InterruptedException, IOException {
    List<String> before = spacesOf(ProcessHandle.current().pid());
    Process inside;
    try (Laboratory laboratory = Laboratory.make("closed", List.of(HostPlan.of("a")))) {
      assertThat(spacesOf(ProcessHandle.current().pid())).hasSize(before.size() + 2);
      inside = new ProcessBuilder(laboratory.host("a").inside(List.of("sleep", ENDLESS))).start();
      // Until it is inside, and not only on its way.
      assertThat(laboratory.host("a").traffic().sentBytes()).isNotNegative();
      awaitCommand(inside.pid(), "sleep");
    }
    assertThat(inside.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(spacesOf(ProcessHandle.current().pid())).isEqualTo(before);
  }

  @Test
  void nextRunRemovesWhatAKilledOneHasLeft() throws InterruptedException, IOException {
    Process starter = starter();
    long inside = saidBy(starter);
    awaitCommand(inside, "sleep");
    assertThat(spacesOf(starter.pid())).hasSize(2);

    starter.destroyForcibly().waitFor();
    assertThat(spacesOf(starter.pid())).hasSize(2);
    NetworkSpace.make("next").close();
    assertThat(spacesOf(starter.pid())).isEmpty();
    assertThat(hasEnded(inside)).isTrue();
  }

  @Test
  void runThatIsInterruptedRemovesWhatItHas() throws InterruptedException, IOException {
    Process starter = starter();
    long inside = saidBy(starter);
    awaitCommand(inside, "sleep");
    starter.destroy();
    assertThat(starter.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(spacesOf(starter.pid())).isEmpty();
    assertThat(hasEnded(inside)).isTrue();
  }

  @Test
  void secondOfTheSameNameIsRefusedAndLeavesTheFirst() throws InterruptedException, IOException {
    List<HostPlan> one = List.of(HostPlan.of("a"));
    try (Laboratory first = Laboratory.make("twin", one)) {
      List<String> before = spacesOf(ProcessHandle.current().pid());
      assertThatThrownBy(() -> Laboratory.make("twin", one))
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("exists");
      assertThat(spacesOf(ProcessHandle.current().pid())).isEqualTo(before);
      assertThat(first.host("a").traffic().sentBytes()).isNotNegative();
    }
  }

  private static Process starter() throws IOException {
    return new ProcessBuilder(JavaCommand.of(Starter.class, 64))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long saidBy(Process starter) throws IOException {
    BufferedReader out = starter.inputReader(StandardCharsets.UTF_8);
    return Long.parseLong(String.valueOf(out.readLine()));
  }

  private static List<String> spacesOf(long pid) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/run/netns"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> RunName.of(name).filter(run -> run.pid() == pid).isPresent())
          .sorted()
          .toList();
    }
  }

  /** What is started by {@code ip} becomes the command a moment later. */
  private static void awaitCommand(long pid, String command) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < deadline) {
      Optional<String> now = ProcessHandle.of(pid).flatMap(one -> one.info().command());
      if (now.filter(path -> path.endsWith(command)).isPresent()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new AssertionError("%d never became %s".formatted(pid, command));
  }

  /** Nobody may be there to take note of its end. */
  private static boolean hasEnded(long pid) {
    return ProcessHandle.of(pid).flatMap(one -> one.info().command()).isEmpty();
  }
}
