package org.lagroups.node.query;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made at its first use. For one thread at a time. */
final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private @Nullable T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
