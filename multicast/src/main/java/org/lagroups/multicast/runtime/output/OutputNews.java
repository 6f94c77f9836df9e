package org.lagroups.multicast.runtime.output;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tells the events of an output on the loop, from any thread; nothing after the last. */
public final class OutputNews {

  private final Executor loop;
  private final Consumer<OutputEvent> listener;

  /** Used on the loop. */
  private boolean isSilent;

  /** Tells {@code listener} on {@code loop}. */
  public OutputNews(Executor loop, Consumer<OutputEvent> listener) {
    this.loop = loop;
    this.listener = listener;
  }

  /** Tells it soon. */
  public void tell(OutputEvent event) {
    loop.execute(() -> {
      if (!isSilent) {
        isSilent = event instanceof OutputEvent.Last;
        listener.accept(event);
      }
    });
  }

  /** On the loop: tells nothing from now on. */
  public void silence() {
    isSilent = true;
  }
}
