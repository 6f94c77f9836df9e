package org.lagroups.node.runtime.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.node.runtime.host.NettyLoop;
import org.lagroups.node.transport.EventLoops;

@Timeout(30)
class SigningThreadTest {

  private final EventLoopGroup loops = EventLoops.newGroup(1, "test-signing");
  private final NettyLoop loop = new NettyLoop(loops.next());
  private final SigningThread signing = new SigningThread(loop);

  @AfterEach
  void end() {
    signing.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }

  @Test
  void handsResultsBackOnTheLoop() {
    assertHandsBackAResult();
  }

  @Test
  void saysAtOnceThatAPieceOfWorkHasFailedAndGoesOn() {
    CompletableFuture<Boolean> undoneOnLoop = new CompletableFuture<>();
    signing.run(
        () -> {
          throw new IllegalStateException("no such key");
        },
        result -> fail(undoneOnLoop),
        () -> undoneOnLoop.complete(loop.isCurrent()));
    assertThat(undoneOnLoop.join()).isTrue();
    assertThat(signing.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("no such key"));

    assertHandsBackAResult();
  }

  @Test
  void saysAtOnceThatThereIsTooMuchToDo() {
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<Boolean> undone = new CompletableFuture<>();
    for (int i = 0; i <= SigningThread.MAX_WAITING + 1; i++) {
      signing.run(
          () -> {
            awaitQuietly(gate);
            return 1;
          },
          result -> {},
          () -> undone.complete(true));
    }

    assertThat(undone.join()).isTrue();
    assertThat(signing.trouble()).contains("there is too much to sign");
    gate.countDown();
  }

  private void assertHandsBackAResult() {
    CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
    signing.run(
        () -> 42, result -> onLoop.complete(result == 42 && loop.isCurrent()), () -> fail(onLoop));

    assertThat(onLoop.join()).isTrue();
    assertThat(signing.trouble()).isEmpty();
  }

  private static void fail(CompletableFuture<?> future) {
    future.completeExceptionally(new AssertionError("not the call that was expected"));
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
