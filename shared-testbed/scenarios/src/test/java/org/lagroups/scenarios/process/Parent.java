package org.lagroups.scenarios.process;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.lagroups.scenarios.adversary.LyingRelay;

/** The main class of a process that starts nodes of both kinds and waits to be killed. */
final class Parent {

  /** The names of its nodes' homes. */
  static final List<String> HOMES = List.of("honest", "liar");

  private Parent() {}

  /** With the folder of all homes as the only argument. Prints a line when all nodes run. */
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[0]);
    Path liar = folder.resolve("liar");
    try (NodeChild one = NodeChild.start(folder.resolve("honest"));
        NodeChild other =
            NodeChild.start(liar, LyingRelay.class.getName(), List.of(liar.toString()))) {
      one.awaitReady();
      other.awaitReady();
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }
}
