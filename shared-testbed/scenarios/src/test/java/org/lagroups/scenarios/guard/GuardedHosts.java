package org.lagroups.scenarios.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lagroups.node.control.json.Json;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;
import tools.jackson.databind.JsonNode;

/** Two hosts that send, and a machine between them on which a guard is started. */
final class GuardedHosts implements AutoCloseable {

  /** What the guards go by, unless told otherwise. */
  static final String RULES =
      """
      drop tcp any any -> any any (msg:"stands for a worm"; content:"%1$s"; sid:1;)
      drop udp any any -> any any (msg:"stands for a worm"; content:"%1$s"; sid:2;)
      """
          .formatted(TransferHost.WORM);

  private static final long START_MILLIS = 60_000;

  private final Path folder;
  private final Path rules;
  private final Passage passage;
  private final ObedientProcess left;
  private final ObedientProcess right;
  private long seed = 1;

  private GuardedHosts(Path folder, Path rules, Passage passage) {
    this.folder = folder;
    this.rules = rules;
    this.passage = passage;
    this.left = host(passage::insideLeft);
    this.right = host(passage::insideRight);
  }

  /**
   * Makes them.
   *
   * @param folder for the rules, and the guard's home
   */
  static GuardedHosts make(Path folder, String text) throws InterruptedException, IOException {
    Path rules = Files.writeString(folder.resolve("worm.rules"), text);
    GuardedHosts made = new GuardedHosts(folder, rules, Passage.make("guard"));
    try {
      made.left.awaitStarted(START_MILLIS);
      made.right.awaitStarted(START_MILLIS);
      return made;
    } catch (IllegalStateException | InterruptedException e) {
      made.close();
      throw e;
    }
  }

  Passage passage() {
    return passage;
  }

  ObedientProcess left() {
    return left;
  }

  ObedientProcess right() {
    return right;
  }

  /** Starts a guard inline between them, which heeds Ctrl-C. */
  GuardChild guard(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--mode",
                "inline",
                "--in",
                Passage.TO_LEFT,
                "--out",
                Passage.TO_RIGHT,
                "--rules",
                rules.toString()));
    all.addAll(List.of(options));
    return GuardChild.start(
        command -> passage.insideBetween(Interrupts.heeded(command)), folder.resolve("home"), all);
  }

  /** Starts a guard that watches what comes from the left host. */
  GuardChild watch(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("--mode", "observe", "--in", Passage.TO_LEFT, "--rules", rules.toString()));
    all.addAll(List.of(options));
    return GuardChild.start(passage::insideBetween, folder.resolve("home"), all);
  }

  /** What a guard tells of itself. */
  static JsonNode stats(GuardChild guard) throws InterruptedException {
    return Json.readTree(guard.ask("guard", "stats").getBytes(StandardCharsets.UTF_8));
  }

  /** A TCP stream from left to right: "taken", "refused" or "late". */
  String send(int version, int length, boolean hasWorm) throws InterruptedException {
    return left.ask(order("send", version, right.ask("tcp-port"), length, hasWorm));
  }

  /** What the right host has of the stream that ended first. */
  String stream() throws InterruptedException {
    return right.ask("stream");
  }

  /** A datagram from left to right: what came. */
  String datagram(int version, int length, boolean hasWorm) throws InterruptedException {
    left.ask(order("send-datagram", version, right.ask("udp-port"), length, hasWorm));
    return right.ask("datagram");
  }

  /** What the host tells if all came that was sent last. */
  String whole(int length, boolean hasWorm) {
    return TransferHost.told(TransferHost.bytes(seed, length, hasWorm));
  }

  @Override
  public void close() {
    left.close();
    right.close();
    passage.close();
  }

  private String order(String verb, int version, String port, int length, boolean hasWorm) {
    seed++;
    String to = Passage.rightAddress(version);
    return "%s %s %s %d %d %s".formatted(verb, to, port, seed, length, hasWorm);
  }

  private static ObedientProcess host(UnaryOperator<List<String>> inside) {
    List<String> command =
        JavaCommand.of(TransferHost.class, 128).stream()
            .filter(option -> !option.contains("preferIPv4Stack"))
            .toList();
    return ObedientProcess.start(inside.apply(command));
  }
}
