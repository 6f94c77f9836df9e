package org.lagroups.multicast.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Events in the order in which they were told; a test waits for the next. */
public final class Heard<E> implements Consumer<E> {

  private static final long SECONDS = 20;

  private final LinkedBlockingQueue<E> events = new LinkedBlockingQueue<>();

  @Override
  public void accept(E event) {
    events.add(event);
  }

  /** The next. */
  public E next() throws InterruptedException {
    E event = events.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(event).as("an event within %d s", SECONDS).isNotNull();
    return event;
  }

  /** The next, which is of a kind. */
  public <T extends E> T next(Class<T> kind) throws InterruptedException {
    E event = next();
    assertThat(event).isInstanceOf(kind);
    return kind.cast(event);
  }

  /** The first of a kind; those before it are passed over. */
  public <T extends E> T first(Class<T> kind) throws InterruptedException {
    E event = next();
    while (!kind.isInstance(event)) {
      event = next();
    }
    return kind.cast(event);
  }

  /** What was told and not taken so far. */
  public List<E> sofar() {
    return new ArrayList<>(events);
  }
}
