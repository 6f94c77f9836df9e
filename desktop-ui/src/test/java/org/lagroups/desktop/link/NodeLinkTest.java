package org.lagroups.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;

class NodeLinkTest {

  private final List<Problem> unasked = new CopyOnWriteArrayList<>();

  @Test
  void whateverFailsIsAnsweredAndTold() {
    for (Throwable fault :
        List.of(
            new ControlException("not-running", "no node runs", "start it"),
            new IllegalArgumentException("a bad address"),
            new UnsatisfiedLinkError("no such library"))) {
      unasked.clear();
      try (NodeLink link = link(() -> throwing(fault))) {
        Fx.ask(() -> link.get("/v1/node", NodeInfo.class));
        Fx.awaitHere("it is told of", () -> !unasked.isEmpty());
        assertThat(unasked.getFirst().message()).contains(String.valueOf(fault.getMessage()));
        assertThat(unasked.getFirst().hint()).isNotEmpty();
        Fx.await("the link is down", () -> !(link.state().get() instanceof LinkState.Connecting));
        assertThat(Fx.ask(() -> link.state().get().isUp())).isFalse();
      }
    }
  }

  @Test
  void anAnswerThatComesAfterTheEndIsNotGiven() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    NodeLink link =
        link(() -> {
          asked.countDown();
          try {
            goesOn.await();
          } catch (InterruptedException e) {
            throw new ControlException("interrupted", "it was ended", "");
          }
          throw new ControlException("late", "too late", "");
        });
    Fx.ask(() -> link.get("/v1/node", NodeInfo.class));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    link.close();
    goesOn.countDown();
    Fx.run(() -> {});
    assertThat(unasked).isEmpty();
  }

  @Test
  void aTaskThatWasCalledOffDoesNotRunThoughItsTimeHasCome() {
    List<String> ran = new CopyOnWriteArrayList<>();
    try (NodeLink link = link(() -> throwing(new ControlException("x", "x", "x")))) {
      Fx.run(() -> {
        link.after(Duration.ZERO, () -> ran.add("off")).unsubscribe();
        link.after(Duration.ofMillis(1), () -> ran.add("on"));
      });
      Fx.awaitHere("the other ran", () -> ran.contains("on"));
      assertThat(ran).containsExactly("on");
    }
  }

  private NodeLink link(Supplier<ControlClient> clients) {
    return Fx.ask(() -> new NodeLink(clients, Platform::runLater, unasked::add));
  }

  private static ControlClient throwing(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) fault;
  }
}
