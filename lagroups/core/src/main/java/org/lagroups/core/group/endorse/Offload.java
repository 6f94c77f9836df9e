package org.lagroups.core.group.endorse;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where work is done that would take too long on the thread of the machines. Pieces of work are
 * done one after another, in the order given.
 */
public interface Offload {

  /** Does it at once: for simulations, and where it is fast. */
  Offload INLINE =
      new Offload() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done) {
          done.accept(work.get());
        }
      };

  /**
   * Does a piece of work, or nothing at all if there is too much to do already.
   *
   * @param done takes the result, on the thread of the machines
   */
  <T> void run(Supplier<T> work, Consumer<T> done);
}
