package org.lagroups.multicast.runtime.input;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lagroups.node.state.tables.LoopTimer;

/** Tells, once, that nothing has come for a while although it is wanted. On the loop. */
final class SilenceWatch {

  private static final int LOOKS = 6; // so it is told at most a sixth too late

  private final LoopTimer loop;
  private final LongSupplier nanos;
  private final Handover handover;
  private final long silenceMillis;
  private final Consumer<InputEvent> listener;
  private long bytesBefore;
  private long quietSince;
  private boolean told;

  SilenceWatch(
      LoopTimer loop,
      LongSupplier nanos,
      Handover handover,
      long silenceMillis,
      Consumer<InputEvent> listener) {
    this.loop = loop;
    this.nanos = nanos;
    this.handover = handover;
    this.silenceMillis = silenceMillis;
    this.listener = listener;
    this.quietSince = nanos.getAsLong();
    later();
  }

  private void look() {
    if (handover.isOver()) {
      return;
    }
    long now = nanos.getAsLong();
    long bytes = handover.counts().bytes();
    if (!handover.isWaiting() || bytes != bytesBefore) {
      bytesBefore = bytes;
      quietSince = now;
      told = false;
    }
    long quietMillis = TimeUnit.NANOSECONDS.toMillis(now - quietSince);
    if (!told && quietMillis >= silenceMillis) {
      told = true;
      listener.accept(new InputEvent.Silent(quietMillis));
    }
    later();
  }

  private void later() {
    loop.schedule(Math.max(1, silenceMillis / LOOKS), this::look);
  }
}
